/** What the user can do with the note. */

import type { Clock } from "./clock.ts";
import { readNoteFile } from "./note-file.ts";
import type { NoteStore } from "./note-store.ts";
import { asFieldText, isBlank, type NoteText } from "./note-text.ts";
import type { Notices } from "./notices.ts";
import type { Reader } from "./reader.ts";
import type { Undo, ViewStore } from "./view-store.ts";

const UNDO_MS = 12_000;

export interface NoteActionOptions {
  readonly note: NoteStore;
  readonly noteText: NoteText;
  readonly view: ViewStore;
  readonly reader: Reader;
  readonly notices: Notices;
  readonly clock: Clock;
}

export interface NoteActions {
  /** The field holds this text now: typed, or arrived in one piece (then it is read at once). */
  readonly edit: (text: string, how: "typed" | "arrived") => void;
  /** Another note takes the place of this one; it can be undone for a while. "" clears. */
  readonly replace: (text: string) => void;
  /** A long piece came into the note past the field's own undo; `text` is the whole note. It can be undone for a while. */
  readonly insert: (text: string) => void;
  readonly undo: () => void;
  readonly openFile: (file: File) => Promise<void>;
}

export function createNoteActions({ note, noteText, view, reader, notices, clock }: NoteActionOptions): NoteActions {
  let takeBack = (): void => undefined;

  const offerUndo = (undo: Undo | undefined) => {
    takeBack();
    view.setState({ undo });
    if (undo) takeBack = clock.after(UNDO_MS, () => view.setState({ undo: undefined }));
  };
  const set = (text: string, when: "soon" | "now") => {
    if (!noteText.set(text)) return;
    view.setState({ current: undefined, card: undefined });
    reader.schedule(when);
  };

  const replace = (given: string) => {
    const before = note.getState().text;
    const text = asFieldText(given);
    if (text === before) return;
    if (!isBlank(text)) view.setState({ mode: "reading" }); // first, so that the field need not lay the text out
    set(text, "now");
    notices.clear("file");
    offerUndo(isBlank(before) ? undefined : { text: before, what: isBlank(text) ? "cleared" : "replaced" });
  };

  return {
    replace,
    edit(text, how) {
      set(text, how === "arrived" ? "now" : "soon");
      if (how === "arrived") notices.clear("file");
    },
    insert(text) {
      const before = note.getState().text;
      set(text, "soon");
      offerUndo({ text: before, what: "inserted" });
    },
    undo() {
      const { undo } = view.getState();
      offerUndo(undefined);
      if (undo) set(undo.text, "now");
    },
    async openFile(file) {
      const result = await readNoteFile(file);
      if (!result.ok) {
        notices.show({ kind: "failure", about: "file", message: result.failure.message });
        return;
      }
      replace(result.value.text);
      if (result.value.notice !== undefined) notices.show({ kind: "info", about: "file", message: result.value.notice });
    },
  };
}
