/** Precision, recall and F1 of found against gold spans, and assertion accuracy. */

import { addCounts, addTallies, NOTHING, tallyNote, type Confusion, type Counts, type ScoredNote, type Tally } from "./tally.ts";
import { ASSERTIONS, type EntityType } from "./types.ts";

export type { LabelledSpan, ScoredNote } from "./tally.ts";

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface SpanScore {
  readonly counts: Counts;
  readonly rates: Rates;
}

/** The types asked for; `micro` is their sum. */
export type SpanScores = Readonly<Partial<Record<EntityType, SpanScore>>> & { readonly micro: SpanScore };

export interface Scores {
  readonly strict: SpanScores;
  readonly overlap: SpanScores;
  /** On strictly found mentions of these types whose gold has an assertion; undefined when there are none. */
  readonly assertion: { readonly accuracy: number; readonly total: number; readonly confusion: Confusion } | undefined;
}

/** `types`: those that the gold labels; spans of other types count on neither side. Spans in order and disjoint (overlap.ts). */
export function scoreNotes(notes: readonly ScoredNote[], types: readonly EntityType[]): Scores {
  return scoreTally(addTallies(notes.map((note) => tallyNote(onlyTypes(note, types)))), types);
}

/** Without the spans of other types. */
export function onlyTypes({ gold, found }: ScoredNote, types: readonly EntityType[]): ScoredNote {
  const asked = new Set(types);
  return { gold: gold.filter(({ type }) => asked.has(type)), found: found.filter(({ type }) => asked.has(type)) };
}

/** The scores of a tally of spans of these types. */
export function scoreTally(tally: Tally, types: readonly EntityType[]): Scores {
  const scored = (counts: Counts): SpanScore => ({ counts, rates: rates(counts) });
  const spans = (part: Tally["strict"]): SpanScores => ({
    ...Object.fromEntries(types.map((type) => [type, scored(part[type])])),
    micro: scored(microCounts(part, types)),
  });
  const total = ASSERTIONS.flatMap((gold) => ASSERTIONS.map((found) => tally.confusion[gold][found])).reduce((a, b) => a + b, 0);
  const same = ASSERTIONS.reduce((sum, assertion) => sum + tally.confusion[assertion][assertion], 0);
  return {
    strict: spans(tally.strict),
    overlap: spans(tally.overlap),
    assertion: total === 0 ? undefined : { accuracy: same / total, total, confusion: tally.confusion },
  };
}

/** A rate of nothing (0 of 0) is 0. */
export function rates({ hits, found, gold }: Counts): Rates {
  const share = (whole: number): number => (whole === 0 ? 0 : hits / whole);
  return { precision: share(found), recall: share(gold), f1: found + gold === 0 ? 0 : (2 * hits) / (found + gold) };
}

/** Sum over types: the counts behind a micro average. */
export function microCounts(counts: Readonly<Record<EntityType, Counts>>, types: readonly EntityType[]): Counts {
  return types.map((type) => counts[type]).reduce(addCounts, NOTHING);
}
