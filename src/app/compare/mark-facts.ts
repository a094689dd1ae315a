/** What a mark shows of the comparison: which knot it belongs to, and how it stands to the other side. */

import type { Knot } from "../../core/compare/knots.ts";
import type { ComparisonKind } from "../../core/compare/pair.ts";
import type { Mention } from "../../core/types.ts";

export interface MarkFact {
  readonly knot: number;
  readonly kind: ComparisonKind;
}

/** For each mention of one side. */
export function markFacts(knots: readonly Knot<Mention>[], side: "left" | "right"): ReadonlyMap<Mention, MarkFact> {
  const facts = new Map<Mention, MarkFact>();
  knots.forEach((knot, i) => {
    for (const comparison of knot.comparisons) {
      const mention = comparison[side];
      if (mention !== undefined) facts.set(mention, { knot: i, kind: comparison.kind });
    }
  });
  return facts;
}

export const KIND_NAMES: Readonly<Record<ComparisonKind, string>> = {
  agreed: "agreed",
  assertion: "assertion differs",
  boundary: "boundary differs",
  type: "type differs",
  "only-left": "only on the left",
  "only-right": "only on the right",
};

/** One word for a knot: of its comparisons the first that differs. */
export function kindOfKnot({ comparisons }: Knot<Mention>): ComparisonKind {
  return comparisons.find(({ kind }) => kind !== "agreed")?.kind ?? "agreed";
}
