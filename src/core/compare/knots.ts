/** Comparisons tied together by overlap: what can only be decided as one. */

import type { ComparedSpan, Comparison } from "./pair.ts";

/**
 * Mentions of both sides that hang together by shared characters, and the comparisons they are in. Two knots share no
 * character. Most have one comparison; "chronic back pain" against "chronic" and "back pain" has two.
 */
export interface Knot<T extends ComparedSpan> {
  readonly comparisons: readonly Comparison<T>[];
  /** In order and disjoint; one of the two may be empty. */
  readonly left: readonly T[];
  readonly right: readonly T[];
}

/** In the note's order. `compared`: as pairMentions gives it. */
export function tieKnots<T extends ComparedSpan>(compared: readonly Comparison<T>[]): Knot<T>[] {
  const groups: Comparison<T>[][] = [];
  let reach = -1;
  for (const one of compared) {
    const group = groups.at(-1);
    const start = Math.min(one.left?.start ?? Infinity, one.right?.start ?? Infinity);
    if (group !== undefined && start < reach) group.push(one);
    else groups.push([one]);
    reach = Math.max(reach, one.left?.end ?? 0, one.right?.end ?? 0);
  }
  const byStart = (spans: readonly (T | undefined)[]): T[] => spans.filter((span) => span !== undefined).sort((a, b) => a.start - b.start);
  return groups.map((comparisons) => ({
    comparisons,
    left: byStart(comparisons.map(({ left }) => left)),
    right: byStart(comparisons.map(({ right }) => right)),
  }));
}

/** Nothing to decide: both sides have the same mention with the same assertion. */
export const isAgreed = ({ comparisons }: Knot<ComparedSpan>): boolean => comparisons.every(({ kind }) => kind === "agreed");
