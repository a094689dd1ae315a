import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeMentions } from "../../src/core/merge.ts";
import { withoutOverlap } from "../../src/core/overlap.ts";
import { noteOffset } from "../../src/core/types.ts";
import { law } from "./laws.ts";
import { readMarked, writeMarked } from "./marked.ts";

const merged = (...readings: (string | undefined)[]): string => {
  const placed = readings.map((marked) => (marked === undefined ? undefined : readMarked(marked).mentions));
  return writeMarked(readMarked(readings.find((marked) => marked !== undefined) ?? "").text, mergeMentions(placed));
};

describe("two chunks that read the same cut", () => {
  it.each([
    ["both whole", ["has [D chronic kidney disease] now", "has [D chronic kidney disease] now"], "has [D chronic kidney disease] now"],
    ["each in part, one length", ["has [D chronic kidney] disease now", "has chronic [D kidney disease] now"], "has [D chronic kidney] disease now"],
    ["the longer one", ["has [D chronic kidney disease] now", "has chronic [S kidney disease] now"], "has [D chronic kidney disease] now"],
    ["one length: the earlier", ["[D aaa bbb] ccc", "aaa [D bbb ccc]"], "[D aaa bbb] ccc"],
    ["same span: the left chunk's", ["no [D/absent PE] seen", "no [D PE] seen"], "no [D/absent PE] seen"],
    ["a longer one costs two", ["[M aaa] bbb [M ccc]", "[D aaa bbb ccc]"], "[D aaa bbb ccc]"],
    ["an unread chunk", ["[M aaa] bbb", undefined], "[M aaa] bbb"],
  ])("%s", (_, readings, expected) => {
    expect(merged(...readings)).toBe(expected);
  });
});

describe("law", () => {
  const spans = fc.array(
    fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 8 })).map(([start, length]) => ({ start: noteOffset(start), end: noteOffset(start + length) })),
    { maxLength: 25 },
  );
  it("the result is in order, disjoint, and what was left out overlaps something at least as long", () => {
    law(
      fc.property(spans, (given) => {
        const kept = withoutOverlap(given);
        for (const [i, span] of kept.entries()) expect(span.end).toBeLessThanOrEqual(kept[i + 1]?.start ?? Infinity);
        for (const span of given) {
          const winner = kept.find((other) => other === span || (other.start < span.end && span.start < other.end && other.end - other.start >= span.end - span.start));
          expect(winner).toBeDefined();
        }
      }),
      300,
    );
  });
});
