/** What the user can do with the note. */

import type { NoteStore } from "./note-store.ts";
import { asFieldText, isBlank, type NoteText } from "./note-text.ts";
import type { Notices } from "./notices.ts";
import type { Reader } from "./reader.ts";
import type { UndoOffer } from "./undo-offer.ts";
import type { ViewStore } from "./view-store.ts";

export interface NoteActionOptions {
  readonly note: NoteStore;
  readonly noteText: NoteText;
  readonly view: ViewStore;
  readonly reader: Reader;
  readonly notices: Notices;
  readonly undoOffer: UndoOffer;
}

export interface NoteActions {
  /** The field holds this text now: typed, or arrived in one piece (then it is read at once). */
  readonly edit: (text: string, how: "typed" | "arrived") => void;
  /** Another note takes the place of this one; it can be undone for a while. "" clears. */
  readonly replace: (text: string) => void;
  /** A long piece came into the note past the field's own undo; `text` is the whole note. It can be undone for a while. */
  readonly insert: (text: string) => void;
}

export function createNoteActions({ note, noteText, view, reader, notices, undoOffer }: NoteActionOptions): NoteActions {
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
    if (isBlank(before)) undoOffer.withdraw();
    else undoOffer.make({ what: isBlank(text) ? "cleared" : "replaced" }, () => set(before, "now"));
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
      undoOffer.make({ what: "inserted" }, () => set(before, "now"));
    },
  };
}
