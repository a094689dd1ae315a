import type { NoteActions } from "./note-actions.ts";
import { isBlank } from "./note-text.ts";
import type { NoteStore } from "./note-store.ts";
import type { Workspace } from "./workspace/workspace.ts";

export interface BringNoteOptions {
  readonly workspace: Workspace;
  readonly note: NoteStore;
  readonly noteActions: Pick<NoteActions, "replace">;
}

/**
 * A text comes in as a note (a sample, a dropped piece): among several notes it becomes one of its own behind the others,
 * and is opened; a single note, or an empty one, gives way to it, which can be undone for a while. `text` is not blank.
 */
export function createBringNote({ workspace, note, noteActions }: BringNoteOptions): (text: string) => void {
  return (text) => {
    if (workspace.records().length === 1 || isBlank(note.getState().text)) {
      noteActions.replace(text);
      return;
    }
    const [id] = workspace.add([{ name: "", text }]);
    if (id !== undefined) workspace.open(id);
  };
}
