/**
 * Undo and redo of a review. A step holds what it changed, in any number of notes, and is carried along through each
 * edit of a text: undoing it later never brings the text back, and what lost its text is left out.
 */

import { createStore, type StoreApi } from "zustand/vanilla";
import { findEdit, type TextEdit } from "../../core/edit.ts";
import type { NoteRecord } from "../../core/note-record.ts";
import { applyChange, correctionChange, mapCorrections, type Correction, type CorrectionChange } from "../../core/review.ts";
import type { NoteStore } from "../note-store.ts";
import type { ReviewNotes } from "./review-notes.ts";

export type StepKind = "accepted" | "rejected" | "changed" | "added" | "withdrawn";

export interface ReviewStep {
  readonly kind: StepKind;
  /** By the id of the note. */
  readonly changes: ReadonlyMap<string, CorrectionChange>;
}

export interface HistoryState {
  /** The last done is the last. */
  readonly done: readonly ReviewStep[];
  /** The last undone is the last. */
  readonly undone: readonly ReviewStep[];
}

export interface ReviewHistory {
  readonly store: StoreApi<HistoryState>;
  /** Corrects these notes in one step; undefined when that changes nothing. */
  readonly perform: (kind: StepKind, records: readonly NoteRecord[], correct: (record: NoteRecord) => readonly Correction[]) => ReviewStep | undefined;
  /** The step that was undone (done again); undefined when there is none. */
  readonly undo: () => ReviewStep | undefined;
  readonly redo: () => ReviewStep | undefined;
}

const MOST_STEPS = 500;

export function createReviewHistory(note: NoteStore, notes: ReviewNotes): ReviewHistory {
  const store = createStore<HistoryState>(() => ({ done: [], undone: [] }));

  note.subscribe((state, before) => {
    if (state.text === before.text || state.id !== before.id) return;
    const edit = findEdit(before.text, state.text);
    if (edit === undefined) return;
    const { done, undone } = store.getState();
    store.setState({ done: mapSteps(done, state.id, edit), undone: mapSteps(undone, state.id, edit) });
  });

  const apply = (step: ReviewStep, direction: "forth" | "back") => {
    for (const [id, { taken, put }] of step.changes) {
      const record = notes.record(id);
      if (record === undefined) continue; // the note was removed meanwhile
      notes.setCorrections(id, applyChange(record.corrections, direction === "forth" ? { taken, put } : { taken: put, put: taken }));
    }
  };

  return {
    store,
    perform(kind, records, correct) {
      const changes = new Map<string, CorrectionChange>();
      for (const record of records) {
        const after = correct(record);
        const change = correctionChange(record.corrections, after);
        if (isEmpty(change)) continue;
        changes.set(record.id, change);
        notes.setCorrections(record.id, after);
      }
      if (changes.size === 0) return undefined;
      const step = { kind, changes };
      store.setState(({ done }) => ({ done: [...done, step].slice(-MOST_STEPS), undone: [] }));
      return step;
    },
    undo() {
      const { done, undone } = store.getState();
      const step = done.at(-1);
      if (step === undefined) return undefined;
      apply(step, "back");
      store.setState({ done: done.slice(0, -1), undone: [...undone, step] });
      return step;
    },
    redo() {
      const { done, undone } = store.getState();
      const step = undone.at(-1);
      if (step === undefined) return undefined;
      apply(step, "forth");
      store.setState({ done: [...done, step], undone: undone.slice(0, -1) });
      return step;
    },
  };
}

const isEmpty = ({ taken, put }: CorrectionChange): boolean => taken.length + put.length === 0;

/** Steps after an edit of this note; those of which nothing is left are none. */
function mapSteps(steps: readonly ReviewStep[], id: string, edit: TextEdit): readonly ReviewStep[] {
  if (!steps.some(({ changes }) => changes.has(id))) return steps;
  return steps.flatMap((step) => {
    const change = step.changes.get(id);
    if (change === undefined) return [step];
    const mapped = { taken: mapCorrections(change.taken, edit), put: mapCorrections(change.put, edit) };
    const changes = new Map(step.changes);
    if (isEmpty(mapped)) changes.delete(id);
    else changes.set(id, mapped);
    return changes.size === 0 ? [] : [{ ...step, changes }];
  });
}
