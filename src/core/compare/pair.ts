/** Two annotations of one note, side by side: what they share, where they differ, and how. */

import { ENTITY_TYPES, type Assertion, type EntityType } from "../types.ts";

/** What is compared of a mention. Offsets in any unit, the same on both sides. */
export interface ComparedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly assertion: Assertion;
}

export const PAIR_KINDS = ["agreed", "assertion", "boundary", "type"] as const;
export const COMPARISON_KINDS = [...PAIR_KINDS, "only-left", "only-right"] as const;
export type ComparisonKind = (typeof COMPARISON_KINDS)[number];

/**
 * agreed: same span, type and assertion. assertion: same span and type. boundary: same type, the spans overlap.
 * type: the spans are the same or overlap, the types differ. The first that holds names the pair, so a boundary or a
 * type pair may differ in assertion as well.
 */
export type Comparison<T extends ComparedSpan> =
  | { readonly kind: (typeof PAIR_KINDS)[number]; readonly left: T; readonly right: T }
  | { readonly kind: "only-left"; readonly left: T; readonly right?: undefined }
  | { readonly kind: "only-right"; readonly left?: undefined; readonly right: T };

const NONE = -1;

/**
 * Every mention of both sides exactly once, in the note's order. Each side in order and disjoint.
 *
 * The rule: pairs are one to one. First, mentions of one type are paired with overlapping mentions of that type, going
 * through the note from left to right, which gives the most pairs there can be; then what is left is paired with
 * overlapping mentions of another type, again from left to right. So a shared type counts before a shared span's
 * length, of several partners the first counts, and equal spans always meet, since nothing else overlaps them.
 * agreed + assertion are the strict hits of tally.ts, and with boundary its overlapping hits. Swapping the sides swaps
 * them in the result and changes nothing else. Time is linear.
 */
export function pairMentions<T extends ComparedSpan>(left: readonly T[], right: readonly T[]): Comparison<T>[] {
  const rightOf = new Int32Array(left.length).fill(NONE);
  const leftOf = new Int32Array(right.length).fill(NONE);
  const marry = (lefts: readonly number[], rights: readonly number[]): void => {
    for (let [l, r] = [0, 0]; l < lefts.length && r < rights.length; ) {
      const [i, j] = [lefts[l] ?? NONE, rights[r] ?? NONE];
      const [a, b] = [left[i], right[j]];
      if (a === undefined || b === undefined) break;
      if (a.end <= b.start) l++;
      else if (b.end <= a.start) r++;
      else {
        [rightOf[i], leftOf[j]] = [j, i];
        l++;
        r++;
      }
    }
  };
  const ofType = (spans: readonly T[], type: EntityType): number[] => [...spans.keys()].filter((i) => spans[i]?.type === type);
  for (const type of ENTITY_TYPES) marry(ofType(left, type), ofType(right, type));
  const single = (partnerOf: Int32Array): number[] => [...partnerOf.keys()].filter((i) => partnerOf[i] === NONE);
  marry(single(rightOf), single(leftOf));
  return inOrder({ left, right, rightOf, leftOf });
}

interface Married<T> {
  readonly left: readonly T[];
  readonly right: readonly T[];
  readonly rightOf: Int32Array;
  readonly leftOf: Int32Array;
}

/** A pair stands where its earlier mention does. */
function inOrder<T extends ComparedSpan>({ left, right, rightOf, leftOf }: Married<T>): Comparison<T>[] {
  const compared: Comparison<T>[] = [];
  for (let [i, j] = [0, 0]; i < left.length || j < right.length; ) {
    const [a, b] = [left[i], right[j]];
    if (a !== undefined && (b === undefined || a.start <= b.start)) {
      const partner = right[rightOf[i] ?? NONE];
      if (partner === undefined) compared.push({ kind: "only-left", left: a });
      else if ((rightOf[i] ?? NONE) >= j) compared.push({ kind: kindOf(a, partner), left: a, right: partner });
      i++;
    } else if (b !== undefined) {
      const partner = left[leftOf[j] ?? NONE];
      if (partner === undefined) compared.push({ kind: "only-right", right: b });
      else if ((leftOf[j] ?? NONE) >= i) compared.push({ kind: kindOf(partner, b), left: partner, right: b });
      j++;
    }
  }
  return compared;
}

function kindOf(a: ComparedSpan, b: ComparedSpan): (typeof PAIR_KINDS)[number] {
  if (a.type !== b.type) return "type";
  if (a.start !== b.start || a.end !== b.end) return "boundary";
  return a.assertion === b.assertion ? "agreed" : "assertion";
}

/** How many there are of each kind. */
export function countKinds(compared: readonly Comparison<ComparedSpan>[]): Record<ComparisonKind, number> {
  const counts: Record<ComparisonKind, number> = { agreed: 0, assertion: 0, boundary: 0, type: 0, "only-left": 0, "only-right": 0 };
  for (const { kind } of compared) counts[kind]++;
  return counts;
}
