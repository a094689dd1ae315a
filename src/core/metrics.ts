/** Precision, recall and F1 of found against gold spans, and assertion accuracy. */

import type { Assertion, EntityType } from "./types.ts";

/** Offsets in any unit, the same on both sides. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly assertion?: Assertion | undefined;
}

export interface ScoredNote {
  readonly gold: readonly LabelledSpan[];
  readonly found: readonly LabelledSpan[];
}

/** Sums over notes; they can be added. */
export interface Counts {
  readonly hits: number;
  readonly found: number;
  readonly gold: number;
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface SpanScore {
  readonly counts: Counts;
  readonly rates: Rates;
}

export interface Scores {
  /** Types asked for; `micro` is the sum over them. */
  readonly strict: Readonly<Partial<Record<EntityType, SpanScore>>> & { readonly micro: SpanScore };
  readonly overlap: Readonly<Partial<Record<EntityType, SpanScore>>> & { readonly micro: SpanScore };
  /** On strictly found mentions whose gold has an assertion; undefined when there are none. */
  readonly assertion: { readonly accuracy: number; readonly total: number; readonly confusion: Confusion } | undefined;
}

/** confusion[gold][found]: mentions. */
export type Confusion = Readonly<Record<Assertion, Readonly<Record<Assertion, number>>>>;

/** A rate of nothing (0 of 0) is 0. */
export function rates({ hits, found, gold }: Counts): Rates {
  const share = (whole: number): number => (whole === 0 ? 0 : hits / whole);
  return { precision: share(found), recall: share(gold), f1: found + gold === 0 ? 0 : (2 * hits) / (found + gold) };
}

/** Spans of other types are left out on both sides. Gold must be disjoint (`withoutOverlap`). */
export function scoreNotes(notes: readonly ScoredNote[], types: readonly EntityType[]): Scores {
  throw new Error(`not written yet: ${notes.length} ${types.length}`);
}
