/** What a reading got wrong, in the classes that tell what to do about it. Pairs as in compare/pair.ts. */

import { pairMentions, type ComparedSpan } from "./compare/pair.ts";
import type { LabelledSpan, ScoredNote } from "./tally.ts";
import { ENTITY_TYPES, type EntityType } from "./types.ts";

/**
 * missed: nothing was found there. spurious: nothing is there. boundary: same type, other ends. type: another type.
 * assertion: same ends and type, another assertion; only where the gold has one. Each mention of either side is in one
 * error at most.
 */
export const ERROR_CLASSES = ["missed", "spurious", "boundary", "type", "assertion"] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

export interface ScoreError {
  readonly kind: ErrorClass;
  /** Undefined where it is spurious. */
  readonly gold: LabelledSpan | undefined;
  /** Undefined where it was missed. */
  readonly found: LabelledSpan | undefined;
}

interface Side extends ComparedSpan {
  readonly span: LabelledSpan;
}

const side = (span: LabelledSpan): Side => ({ ...span, assertion: span.assertion ?? "present", span });

/** In the note's order. Each side in order and disjoint; types that the gold does not label are left out before (metrics.ts). */
export function errorsOf({ gold, found }: ScoredNote): ScoreError[] {
  return pairMentions(gold.map(side), found.map(side)).flatMap(({ kind, left, right }): ScoreError[] => {
    const error = (name: ErrorClass): ScoreError[] => [{ kind: name, gold: left?.span, found: right?.span }];
    switch (kind) {
      case "agreed":
        return [];
      case "assertion":
        return left.span.assertion === undefined ? [] : error("assertion");
      case "only-left":
        return error("missed");
      case "only-right":
        return error("spurious");
      case "boundary":
      case "type":
        return error(kind);
    }
  });
}

/** The type that an error is counted under: the gold's, or what was found where the gold has nothing. */
export const typeOfError = ({ gold, found }: ScoreError): EntityType => {
  const type = (gold ?? found)?.type;
  if (type === undefined) throw new RangeError("an error without a mention");
  return type;
};

export type ErrorCounts = Readonly<Record<ErrorClass, Readonly<Record<EntityType, number>>>>;

export function countErrors(errors: Iterable<ScoreError>): ErrorCounts {
  const counts = Object.fromEntries(ERROR_CLASSES.map((kind) => [kind, Object.fromEntries(ENTITY_TYPES.map((type) => [type, 0]))])) as Record<ErrorClass, Record<EntityType, number>>;
  for (const error of errors) counts[error.kind][typeOfError(error)]++;
  return counts;
}
