/** Decisions over one pair of layers, with undo. */

import { decide, startAdjudication, type Adjudication, type AdjudicationChoice } from "../../core/compare/adjudicate.ts";
import type { Mention } from "../../core/types.ts";
import type { LayerPair } from "./layers.ts";

export interface AdjudicationHistory {
  /** Of the two annotations: decisions about others don't hold. */
  readonly signature: string;
  readonly past: readonly Adjudication<Mention>[];
  readonly present: Adjudication<Mention>;
  readonly future: readonly Adjudication<Mention>[];
}

export const pairKey = ({ left, right }: LayerPair): string => `${left.id} ${right.id}`;

const signatureOf = ({ left, right }: LayerPair): string =>
  [left, right].map(({ mentions }) => mentions.map(({ start, end, type, assertion }) => `${start}-${end}-${type}-${assertion}`).join()).join("|");

/** What was decided about this pair; a new beginning when one of the two has changed since. */
export function historyOf(pair: LayerPair, kept: AdjudicationHistory | undefined): AdjudicationHistory {
  const signature = signatureOf(pair);
  if (kept?.signature === signature) return kept;
  return { signature, past: [], present: startAdjudication(pair.left.mentions, pair.right.mentions), future: [] };
}

/** @throws RangeError when there is no such knot */
export const decided = ({ signature, past, present }: AdjudicationHistory, knot: number, choice: AdjudicationChoice<Mention> | undefined): AdjudicationHistory => ({
  signature,
  past: [...past, present],
  present: decide(present, knot, choice),
  future: [],
});

/** The same where there is nothing to undo. */
export function undone(history: AdjudicationHistory): AdjudicationHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { ...history, past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** The same where there is nothing to redo. */
export function redone(history: AdjudicationHistory): AdjudicationHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { ...history, past: [...history.past, history.present], present: next, future };
}
