/** How often two things are mentioned in the same note. */

import { notesOf, type SummaryEntry } from "./summary.ts";

export interface Pair {
  readonly a: SummaryEntry;
  readonly b: SummaryEntry;
  /** Indices of the notes that mention both, ascending. */
  readonly notes: readonly number[];
  /** Notes that would mention both if the two had nothing to do with each other. */
  readonly expected: number;
  /** Observed by expected. Undefined below `SMALLEST_EXPECTED`: chance alone would make it large or nothing. */
  readonly lift: number | undefined;
}

/** The rule of thumb for expected counts in a contingency table (Cochran 1954). */
export const SMALLEST_EXPECTED = 5;

/** `pairs[i][j]` for j < i: entry i with entry j. `notes`: how many were summed up. */
export function cooccurrence(entries: readonly SummaryEntry[], notes: number): readonly (readonly Pair[])[] {
  const lists = entries.map(notesOf);
  return entries.map((a, i) =>
    entries.slice(0, i).map((b, j): Pair => {
      const both = common(lists[i] ?? [], lists[j] ?? []);
      const expected = notes === 0 ? 0 : (a.notes * b.notes) / notes;
      return { a, b, notes: both, expected, lift: expected < SMALLEST_EXPECTED ? undefined : both.length / expected };
    }),
  );
}

/** Of two ascending lists. */
function common(a: readonly number[], b: readonly number[]): number[] {
  const shared: number[] = [];
  let at = 0;
  for (const value of a) {
    while ((b[at] ?? Infinity) < value) at++;
    if (b[at] === value) shared.push(value);
  }
  return shared;
}
