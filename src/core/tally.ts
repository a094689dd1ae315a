/** Found against gold spans, counted: per note, and added up. */

import { ASSERTIONS, ENTITY_TYPES, type Assertion, type EntityType } from "./types.ts";

/** Offsets in any unit, the same on both sides. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly assertion?: Assertion | undefined;
}

/** Spans of each side in order and disjoint (overlap.ts). */
export interface ScoredNote {
  readonly gold: readonly LabelledSpan[];
  readonly found: readonly LabelledSpan[];
}

export interface Counts {
  readonly hits: number;
  readonly found: number;
  readonly gold: number;
}

/** confusion[gold][found]: mentions. */
export type Confusion = Readonly<Record<Assertion, Readonly<Record<Assertion, number>>>>;

/** What one or many notes add up to. */
export interface Tally {
  /** Same start, end and type. */
  readonly strict: Readonly<Record<EntityType, Counts>>;
  /** Same type and a shared character, one to one. */
  readonly overlap: Readonly<Record<EntityType, Counts>>;
  /** Of strict hits whose gold span has an assertion. */
  readonly confusion: Confusion;
}

/** Types that the gold does not label are counted like the others: leave them out of the sum. */
export function tallyNote({ gold, found }: ScoredNote): Tally {
  const of = (type: EntityType, spans: readonly LabelledSpan[]) => spans.filter((span) => span.type === type);
  const counts = (hits: (gold: readonly LabelledSpan[], found: readonly LabelledSpan[]) => number) =>
    byType((type) => ({ hits: hits(of(type, gold), of(type, found)), found: of(type, found).length, gold: of(type, gold).length }));
  const pairs = strictPairs(gold, found);
  const confusion = byAssertion((goldAssertion) =>
    byAssertion((foundAssertion) => pairs.filter(([g, f]) => g.assertion === goldAssertion && f.assertion === foundAssertion).length),
  );
  return { strict: counts((g, f) => strictPairs(g, f).length), overlap: counts(overlapping), confusion };
}

/** The tally of all of them together. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (part: "strict" | "overlap") => byType((type) => tallies.map((tally) => tally[part][type]).reduce(addCounts, NOTHING));
  const confusion = byAssertion((gold) => byAssertion((found) => tallies.reduce((total, tally) => total + tally.confusion[gold][found], 0)));
  return { strict: sum("strict"), overlap: sum("overlap"), confusion };
}

export const NOTHING: Counts = { hits: 0, found: 0, gold: 0 };
export const addCounts = (a: Counts, b: Counts): Counts => ({ hits: a.hits + b.hits, found: a.found + b.found, gold: a.gold + b.gold });

function strictPairs(gold: readonly LabelledSpan[], found: readonly LabelledSpan[]): (readonly [gold: LabelledSpan, found: LabelledSpan])[] {
  const key = (span: LabelledSpan): string => `${span.start} ${span.end} ${span.type}`;
  const byKey = new Map(gold.map((span) => [key(span), span]));
  return found.flatMap((span) => {
    const same = byKey.get(key(span));
    byKey.delete(key(span));
    return same ? [[same, span] as const] : [];
  });
}

/** How many can be paired one to one. Going by order is the best that can be done with disjoint spans. */
function overlapping(gold: readonly LabelledSpan[], found: readonly LabelledSpan[]): number {
  let [pairs, g, f] = [0, 0, 0];
  for (let [a, b] = [gold[g], found[f]]; a && b; [a, b] = [gold[g], found[f]]) {
    if (a.end <= b.start) g++;
    else if (b.end <= a.start) f++;
    else [pairs, g, f] = [pairs + 1, g + 1, f + 1];
  }
  return pairs;
}

const byType = <T>(value: (type: EntityType) => T) => Object.fromEntries(ENTITY_TYPES.map((type) => [type, value(type)])) as Record<EntityType, T>;
const byAssertion = <T>(value: (assertion: Assertion) => T) =>
  Object.fromEntries(ASSERTIONS.map((assertion) => [assertion, value(assertion)])) as Record<Assertion, T>;
