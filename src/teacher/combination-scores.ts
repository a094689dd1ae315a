/** Every combination of labelers by every rule against gold; the best for each type. Offsets in any unit, the same in all. */

import { scoreNotes, type Scores } from "../core/metrics.ts";
import { withoutOverlap } from "../core/overlap.ts";
import { ENTITY_TYPES, type EntityType } from "../core/types.ts";
import { combinations, vote, type VotedSpan, type VoteRule } from "./vote.ts";

/** One note: gold, and each labeler's spans. */
export interface ComparedNote {
  readonly id: string;
  readonly gold: readonly VotedSpan[];
  readonly labels: readonly (readonly VotedSpan[])[];
}

export interface Combination {
  /** Indices, in rank order. */
  readonly labelers: readonly number[];
  readonly rule: VoteRule;
}

export interface ScoredCombination extends Combination {
  readonly scores: Scores;
}

export const f1Of = (scores: Scores, type: EntityType): number => scores.strict[type]?.rates.f1 ?? 0;

export const combine = (note: ComparedNote, { labelers, rule }: Combination): VotedSpan[] => vote(labelers.map((labeler) => note.labels[labeler] ?? []), rule);

function score(notes: readonly ComparedNote[], found: (note: ComparedNote) => readonly VotedSpan[]): Scores {
  return scoreNotes(notes.map((note) => ({ gold: withoutOverlap(note.gold), found: found(note) })), ENTITY_TYPES);
}

/** Strict F1 of each labeler alone, by type: its weight. */
export function labelerWeights(notes: readonly ComparedNote[], labelers: number): Record<EntityType, number>[] {
  return Array.from({ length: labelers }, (_, labeler) => {
    const alone = score(notes, (note) => note.labels[labeler] ?? []);
    return { medication: f1Of(alone, "medication"), disease: f1Of(alone, "disease"), symptom: f1Of(alone, "symptom") };
  });
}

/** Rules that differ for so many labelers: alone there is one, and of two a majority is both. */
function rulesFor(labelers: readonly number[], weights: readonly Readonly<Record<EntityType, number>>[]): VoteRule[] {
  const weighted: VoteRule = { kind: "weighted", weights: labelers.flatMap((labeler) => weights[labeler] ?? []) };
  if (labelers.length === 1) return [{ kind: "union" }];
  const both: VoteRule[] = [{ kind: "union" }, { kind: "intersection" }, weighted];
  return labelers.length === 2 ? both : [...both, { kind: "majority" }];
}

/** All non-empty combinations. `weights`: one per labeler, measured elsewhere than on what is reported. */
export function scoreCombinations(notes: readonly ComparedNote[], weights: readonly Readonly<Record<EntityType, number>>[]): ScoredCombination[] {
  return combinations(weights.length).flatMap((labelers) =>
    rulesFor(labelers, weights).map((rule) => ({ labelers, rule, scores: score(notes, (note) => combine(note, { labelers, rule })) })),
  );
}

export type Choice = Readonly<Record<EntityType, Combination>>;

/** The best strict F1 for each type; of equal ones the first, which has the fewest labelers. */
export function chooseBest(scored: readonly ScoredCombination[]): Choice {
  const best = (type: EntityType): Combination => {
    const [first, ...others] = scored;
    if (first === undefined) throw new RangeError("no combination to choose from");
    return others.reduce((top, one) => (f1Of(one.scores, type) > f1Of(top.scores, type) ? one : top), first);
  };
  return { medication: best("medication"), disease: best("disease"), symptom: best("symptom") };
}

/** Each type by its own combination; where types overlap the longer stays. */
export function applyChoice(note: ComparedNote, choice: Choice): VotedSpan[] {
  return withoutOverlap(ENTITY_TYPES.flatMap((type) => combine(note, choice[type]).filter((span) => span.type === type)));
}

export const scoreChoice = (notes: readonly ComparedNote[], choice: Choice): Scores => score(notes, (note) => applyChoice(note, choice));

