/** What the reviewer does with the two layers: walks the differences and decides them. */

import type { AdjudicationChoice } from "../../core/compare/adjudicate.ts";
import type { Mention } from "../../core/types.ts";
import { decided, redone, undone, type AdjudicationHistory } from "./adjudication-history.ts";
import { changeNote, type CompareStore } from "./compare-store.ts";
import type { SideBySide } from "./side-by-side.ts";

export interface Curation {
  readonly walk: (step: "next" | "previous") => void;
  readonly goTo: (knot: number) => void;
  /** Decides the current difference and goes on to the next open one. `undefined` opens it again. */
  readonly decide: (choice: AdjudicationChoice<Mention> | undefined) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly choose: (side: "left" | "right", layerId: string) => void;
}

/** `look` gives what is on the screen now. */
export function createCuration(store: CompareStore, look: () => SideBySide | undefined): Curation {
  const keep = ({ note, key }: SideBySide, history: AdjudicationHistory) =>
    changeNote(store, note.id, ({ adjudications }) => ({ adjudications: { ...adjudications, [key]: history } }));
  const goTo = (knot: number | undefined) => store.setState({ current: knot });
  const turn = (change: (history: AdjudicationHistory) => AdjudicationHistory) => {
    const seen = look();
    if (seen !== undefined) keep(seen, change(seen.history));
  };
  return {
    walk(step) {
      const { differences } = look() ?? { differences: [] };
      const { current } = store.getState();
      if (step === "next") goTo(differences.find((knot) => knot > (current ?? -1)) ?? differences[0]);
      else goTo(differences.findLast((knot) => knot < (current ?? Infinity)) ?? differences.at(-1));
    },
    goTo,
    decide(choice) {
      const seen = look();
      const { current } = store.getState();
      if (seen === undefined || current === undefined || !seen.differences.includes(current)) return;
      keep(seen, decided(seen.history, current, choice));
      if (choice === undefined) return;
      const { open } = look() ?? { open: [] };
      goTo(open.find((knot) => knot > current) ?? open[0] ?? current);
    },
    undo: () => turn(undone),
    redo: () => turn(redone),
    choose(side, layerId) {
      const pair = look()?.pair;
      if (pair === undefined) return;
      const [left, right] = side === "left" ? [layerId, pair.right.id] : [pair.left.id, layerId];
      // The layer of the other side was chosen: the two change places.
      store.setState({ left: left === right && side === "right" ? pair.right.id : left, right: left === right && side === "left" ? pair.left.id : right, current: undefined });
    },
  };
}
