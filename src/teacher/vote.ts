/** Several annotations of one note to one. Two mentions are the same when start, end and type are. */

import { ENTITY_TYPES, type Assertion, type EntityType } from "../core/types.ts";

/** Offsets in any unit, the same in all annotations. */
export interface VotedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly assertion: Assertion;
}

export type VoteRule =
  | { readonly kind: "union" }
  | { readonly kind: "intersection" }
  /** More than half of the labelers; of two, both. */
  | { readonly kind: "majority" }
  /** More than half of the weight that all labelers have for the type. `weights[labeler][type]`, 0 or more. */
  | { readonly kind: "weighted"; readonly weights: readonly Readonly<Record<EntityType, number>>[] };

/** `support`: share of the votes, 0 to 1. */
export type Elected = VotedSpan & { readonly support: number };

interface Candidate {
  readonly span: VotedSpan;
  readonly labelers: Set<number>;
  /** Labelers of each assertion, in the order in which they were first seen. */
  readonly assertions: Map<Assertion, number[]>;
}

/**
 * In order and disjoint. The order of the labelers is their rank and settles every tie: of assertions with equal votes
 * the one of the first labeler counts. Of mentions that overlap, the one with more support stays, then the longer, then
 * the earlier, then the type named first in ENTITY_TYPES.
 */
export function vote(annotations: readonly (readonly VotedSpan[])[], rule: VoteRule): Elected[] {
  const elected = [...gather(annotations).values()].flatMap((candidate): Elected[] => {
    const { span, labelers, assertions } = candidate;
    const weight = (labeler: number): number => (rule.kind === "weighted" ? (rule.weights[labeler]?.[span.type] ?? 0) : 1);
    const total = annotations.reduce((sum, _, labeler) => sum + weight(labeler), 0);
    const given = [...labelers].reduce((sum, labeler) => sum + weight(labeler), 0);
    if (!accepts(rule, { given, total })) return [];
    const votes = [...assertions].map(([assertion, by]) => ({ assertion, sum: by.reduce((sum, labeler) => sum + weight(labeler), 0), first: Math.min(...by) }));
    const [best] = votes.sort((a, b) => b.sum - a.sum || a.first - b.first);
    const { start, end, type } = span;
    return [{ start, end, type, assertion: best?.assertion ?? span.assertion, support: total === 0 ? 0 : given / total }];
  });
  return disjoint(elected);
}

function gather(annotations: readonly (readonly VotedSpan[])[]): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  annotations.forEach((annotation, labeler) => {
    for (const span of annotation) {
      const key = `${span.start} ${span.end} ${span.type}`;
      const candidate = candidates.get(key) ?? { span, labelers: new Set(), assertions: new Map<Assertion, number[]>() };
      candidates.set(key, candidate);
      if (candidate.labelers.has(labeler)) continue; // the same mention twice is one vote
      candidate.labelers.add(labeler);
      candidate.assertions.set(span.assertion, [...(candidate.assertions.get(span.assertion) ?? []), labeler]);
    }
  });
  return candidates;
}

function accepts(rule: VoteRule, { given, total }: { readonly given: number; readonly total: number }): boolean {
  switch (rule.kind) {
    case "union":
      return given > 0;
    case "intersection":
      return given === total;
    case "majority":
    case "weighted":
      return given * 2 > total;
  }
}

function disjoint(spans: readonly Elected[]): Elected[] {
  const rank = (span: Elected): number => ENTITY_TYPES.indexOf(span.type);
  const best = [...spans].sort((a, b) => b.support - a.support || b.end - b.start - (a.end - a.start) || a.start - b.start || rank(a) - rank(b));
  const kept: Elected[] = []; // by start
  for (const span of best) {
    const at = firstAfter(kept, span.start);
    const before = kept[at - 1];
    const after = kept[at];
    if ((before === undefined || before.end <= span.start) && (after === undefined || span.end <= after.start)) kept.splice(at, 0, span);
  }
  return kept;
}

/** Where in `kept` the first span begins after `start`; by halving. */
function firstAfter(kept: readonly Elected[], start: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every non-empty choice of `count` labelers, smaller ones first, each in rank order. 31 for five. */
export function combinations(count: number): number[][] {
  const all = Array.from({ length: 2 ** count - 1 }, (_, i) => Array.from({ length: count }, (__, labeler) => labeler).filter((labeler) => ((i + 1) >> labeler) & 1));
  return all.sort((a, b) => a.length - b.length || a.map(String).join().localeCompare(b.map(String).join()));
}
