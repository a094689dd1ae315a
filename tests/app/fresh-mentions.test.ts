import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freshMentions } from "../../src/app/fresh-mentions.ts";
import { mention } from "./mention.ts";

/** Disjoint ranges in order, from gaps and lengths. */
const ranges = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 6 })), { maxLength: 12 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });
const mentions = ranges.map((list) => list.map(({ start, end }) => mention(start, end)));

describe("freshMentions", () => {
  test("what is not read yet keeps its old mentions", () => {
    const old = [mention(0, 3), mention(5, 8), mention(20, 25)];
    const fresh = [mention(5, 9)];
    expect(freshMentions(old, fresh, [{ start: 0, end: 12 }])).toEqual([mention(5, 9), mention(20, 25)]);
  });

  test("all new mentions are there, the result is in order and disjoint, and nothing old is left in what was read", () => {
    fc.assert(
      fc.property(mentions, mentions, ranges, (old, fresh, covered) => {
        const shown = freshMentions(old, fresh, covered);
        expect(shown).toEqual(expect.arrayContaining(fresh));
        shown.forEach((each, i) => expect(each.start).toBeGreaterThanOrEqual(shown[i - 1]?.end ?? 0));
        for (const each of shown) {
          const read = covered.some(({ start, end }) => start < each.end && end > each.start);
          if (read) expect(fresh).toContain(each);
        }
      }),
    );
  });
});
