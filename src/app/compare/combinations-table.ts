/** Every combination of readers, by vote, against gold: which mix of them would have labelled this note best. */

import { ENTITY_TYPES, type EntityType, type Mention } from "../../core/types.ts";
import { scoreCombinations } from "../../teacher/combination-scores.ts";
import type { VoteRule } from "../../teacher/vote.ts";
import type { Layer } from "./layers.ts";

export interface CombinationRow {
  readonly name: string;
  readonly rule: "alone" | VoteRule["kind"];
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** More readers than these are left out: each one doubles the table. */
export const MOST_READERS = 5;

const EQUAL = Object.fromEntries(ENTITY_TYPES.map((type) => [type, 1])) as Record<EntityType, number>;

/** Best F1 first. Exact span and type. Not by weights: they would have to be measured on other notes. */
export function combinationRows(readers: readonly Layer[], gold: readonly Mention[]): CombinationRow[] {
  const asked = readers.slice(0, MOST_READERS);
  const note = { id: "", gold, labels: asked.map(({ mentions }) => mentions) };
  return scoreCombinations([note], asked.map(() => EQUAL))
    .filter(({ rule }) => rule.kind !== "weighted")
    .map(({ labelers, rule, scores }): CombinationRow => ({
      name: labelers.map((i) => asked[i]?.name ?? "").join(" + "),
      rule: labelers.length === 1 ? "alone" : rule.kind,
      ...scores.strict.micro.rates,
    }))
    .sort((a, b) => b.f1 - a.f1);
}
