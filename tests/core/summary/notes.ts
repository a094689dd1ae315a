import fc from "fast-check";
import type { SummaryNote } from "../../../src/core/summary/summary.ts";
import { ASSERTIONS } from "../../../src/core/types.ts";
import { readMarked } from "../marked.ts";

/** A note out of marked text, with its date. */
export const summaryNote = (marked: string, date?: string): SummaryNote => ({ ...readMarked(marked), date });

const WORDS = ["aspirin", "Aspirin", "chest pain", "chest pains", "HTN", "copd", "fever"];

/** Notes of few words, so that they meet again and again. */
export const summaryNotes = (maxNotes = 12): fc.Arbitrary<SummaryNote[]> => {
  const mark = fc.record({ letter: fc.constantFrom("M", "D", "S"), assertion: fc.constantFrom(...ASSERTIONS), words: fc.constantFrom(...WORDS) });
  const date = fc.option(fc.record({ year: fc.integer({ min: 1990, max: 2026 }), month: fc.integer({ min: 1, max: 12 }) }), { nil: undefined });
  const note = fc.tuple(fc.array(mark, { maxLength: 8 }), date).map(([marks, at]) =>
    summaryNote(
      marks.map(({ letter, assertion, words }) => `[${letter}${assertion === "present" ? "" : `/${assertion}`} ${words}]`).join(", "),
      at && `${at.year}-${String(at.month).padStart(2, "0")}-15`,
    ),
  );
  return fc.array(note, { maxLength: maxNotes });
};
