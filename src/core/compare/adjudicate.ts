/** One gold annotation out of two, by a reviewer's choices. States are never changed, so undo is keeping the one before. */

import { isAgreed, tieKnots, type Knot } from "./knots.ts";
import { pairMentions, type ComparedSpan } from "./pair.ts";

/**
 * What a knot becomes. There is no "both": the sides of a knot overlap, and what overlaps nothing is a knot of its own,
 * so two mentions that can stand side by side are two choices.
 */
export type AdjudicationChoice<T extends ComparedSpan> =
  | { readonly kind: "left" | "right" | "neither" }
  /** In order and disjoint; may reach beyond the knot. */
  | { readonly kind: "edited"; readonly mentions: readonly T[] };

export interface Adjudication<T extends ComparedSpan> {
  readonly knots: readonly Knot<T>[];
  /** One a knot. Undefined: taken as it is where the sides agree, else still open. */
  readonly choices: readonly (AdjudicationChoice<T> | undefined)[];
}

/** Nothing decided yet. Each side in order and disjoint. */
export function startAdjudication<T extends ComparedSpan>(left: readonly T[], right: readonly T[]): Adjudication<T> {
  const knots = tieKnots(pairMentions(left, right));
  return { knots, choices: knots.map(() => undefined) };
}

/**
 * With this knot decided, or with `undefined` as at the start. An edited mention may run into another knot's outcome:
 * the later choice stands, the other knot is open again, and where its sides agreed it becomes neither.
 * @throws RangeError when there is no such knot, or edited mentions are empty, out of order or overlap
 */
export function decide<T extends ComparedSpan>(state: Adjudication<T>, knot: number, choice: AdjudicationChoice<T> | undefined): Adjudication<T> {
  const decided = state.knots[knot];
  if (decided === undefined) throw new RangeError(`no knot ${knot} among ${state.knots.length}`);
  if (choice?.kind === "edited") checkInOrder(choice.mentions);
  const outcome = outcomeOf(decided, choice);
  const choices = state.choices.map((other, i) => {
    if (i === knot) return choice;
    const neighbour = state.knots[i];
    if (neighbour === undefined || !outcomeOf(neighbour, other).some((mention) => outcome.some((own) => own.start < mention.end && mention.start < own.end))) return other;
    return isAgreed(neighbour) ? ({ kind: "neither" } as const) : undefined;
  });
  return { knots: state.knots, choices };
}

/** Knots that wait for a choice. */
export const openKnots = ({ knots, choices }: Adjudication<ComparedSpan>): number[] =>
  knots.flatMap((knot, i) => (choices[i] === undefined && !isAgreed(knot) ? [i] : []));

/** The mentions decided so far, in order and disjoint. Where the sides agree the left one's, with its score and concept; of open knots none. */
export const goldOf = <T extends ComparedSpan>({ knots, choices }: Adjudication<T>): T[] =>
  knots.flatMap((knot, i) => outcomeOf(knot, choices[i])).sort((a, b) => a.start - b.start);

function outcomeOf<T extends ComparedSpan>(knot: Knot<T>, choice: AdjudicationChoice<T> | undefined): readonly T[] {
  switch (choice?.kind) {
    case undefined:
      return isAgreed(knot) ? knot.left : [];
    case "left":
      return knot.left;
    case "right":
      return knot.right;
    case "neither":
      return [];
    case "edited":
      return choice.mentions;
  }
}

function checkInOrder(mentions: readonly ComparedSpan[]): void {
  let at = 0;
  for (const { start, end } of mentions) {
    if (start < at || end <= start) throw new RangeError(`an edited mention ${start}–${end} after ${at}`);
    at = end;
  }
}
