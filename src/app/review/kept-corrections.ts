/** Corrections that an edit cost their text come back when the edit is taken back: in the field, or by the page's own undo. */

import { applyChange, type Correction } from "../../core/review.ts";
import type { NoteState, NoteStore } from "../note-store.ts";
import type { ReviewNotes } from "./review-notes.ts";

interface Kept {
  readonly id: string;
  readonly text: string;
  readonly corrections: readonly Correction[];
}

const MOST_KEPT = 50;

/** Watches the note from now on. In memory only. */
export function keepCorrections(note: NoteStore, notes: ReviewNotes): void {
  let kept: readonly Kept[] = [];
  const watch = (state: NoteState, before: NoteState) => {
    if (state.text === before.text || state.id !== before.id) return;
    const { id, text } = state;
    if (state.corrections.length < before.corrections.length) {
      kept = [...kept, { id, text: before.text, corrections: before.corrections }].slice(-MOST_KEPT);
    }
    const back = kept.findLast((each) => each.id === id && each.text === text);
    if (back === undefined) return;
    kept = kept.filter((each) => each !== back);
    // What was decided since goes first.
    const since = new Set(state.corrections.map(({ start, end, type }) => `${start} ${end} ${type}`));
    const put = back.corrections.filter(({ start, end, type }) => !since.has(`${start} ${end} ${type}`));
    if (put.length > 0) notes.setCorrections(id, applyChange(state.corrections, { taken: [], put }));
  };
  note.subscribe(watch);
}
