/** The open note's two layers with what was decided about them: what the comparison shows. */

import { isAgreed, type Knot } from "../../core/compare/knots.ts";
import { goldOf, openKnots } from "../../core/compare/adjudicate.ts";
import type { Mention } from "../../core/types.ts";
import { historyOf, pairKey, type AdjudicationHistory } from "./adjudication-history.ts";
import { openNote, type ComparedNote, type CompareState } from "./compare-store.ts";
import { layersOf, pairOf, type Layer, type LayerPair } from "./layers.ts";

export interface SideBySide {
  readonly note: ComparedNote;
  readonly layers: readonly Layer[];
  readonly pair: LayerPair;
  readonly key: string;
  readonly history: AdjudicationHistory;
  /** Indices of the knots where the sides differ, decided or not. */
  readonly differences: readonly number[];
  /** Those that wait for a decision. */
  readonly open: readonly number[];
  /** What is decided so far; where the sides agree it counts as decided. */
  readonly gold: readonly Mention[];
}

/** Undefined while there is no note or only one layer. */
export function sideBySide(state: Pick<CompareState, "notes" | "openId" | "teachers" | "left" | "right">): SideBySide | undefined {
  const note = openNote(state as CompareState);
  if (note === undefined) return undefined;
  const layers = layersOf(note, state.teachers);
  const pair = pairOf(layers, state);
  if (pair === undefined) return undefined;
  const key = pairKey(pair);
  const history = historyOf(pair, note.adjudications[key]);
  const { knots } = history.present;
  return {
    note,
    layers,
    pair,
    key,
    history,
    differences: knots.flatMap((knot: Knot<Mention>, i) => (isAgreed(knot) ? [] : [i])),
    open: openKnots(history.present),
    gold: goldOf(history.present),
  };
}
