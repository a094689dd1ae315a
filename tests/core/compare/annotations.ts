/** Random annotations of one text: two sides that often share spans. */

import fc from "fast-check";
import { ASSERTIONS, ENTITY_TYPES, noteOffset, type Mention } from "../../../src/core/types.ts";

const step = fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 6 }), type: fc.constantFrom(...ENTITY_TYPES), assertion: fc.constantFrom(...ASSERTIONS.slice(0, 2)) });

/** In order and disjoint. */
export const annotations: fc.Arbitrary<Mention[]> = fc.array(step, { maxLength: 12 }).map((steps) => {
  let at = 0;
  return steps.map(({ gap, length, type, assertion }) => {
    const start = at + gap;
    at = start + length;
    return { start: noteOffset(start), end: noteOffset(at), type, assertion, score: 1 };
  });
});

/** The second side is the first with some mentions gone and some of another type or assertion, or something else altogether. */
export const sides: fc.Arbitrary<[Mention[], Mention[]]> = fc.oneof(
  fc.tuple(annotations, annotations),
  fc.tuple(annotations, fc.array(fc.nat(5), { minLength: 12, maxLength: 12 })).map(([left, turns]): [Mention[], Mention[]] => [
    left,
    left.flatMap((mention, i): Mention[] => {
      if (turns[i] === 0) return [];
      if (turns[i] === 1) return [{ ...mention, type: "symptom" }];
      if (turns[i] === 2) return [{ ...mention, assertion: "past" }];
      if (turns[i] === 3 && mention.end - mention.start > 1) return [{ ...mention, start: noteOffset(mention.start + 1) }];
      return [{ ...mention }];
    }),
  ]),
);
