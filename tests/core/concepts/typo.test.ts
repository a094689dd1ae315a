import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../../../src/core/concepts/edit-distance.ts";
import { createWordIndex, slipsAllowed } from "../../../src/core/concepts/typo.ts";

/** The textbook form, without any limit. */
function plainDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = cost;
    }
  }
  return at(a.length, b.length);
}

const word = fc.stringMatching(/^[abc]{0,8}$/);

describe("edit distance", () => {
  test("equals the textbook's up to the limit, and is more beyond it", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const plain = plainDistance(a, b);
        const found = editDistance(a, b, limit);
        if (plain <= limit) expect(found).toBe(plain);
        else expect(found).toBeGreaterThan(limit);
        expect(editDistance(b, a, limit)).toBe(found);
      }),
      { numRuns: 300 },
    );
  });
});

describe("near words", () => {
  const index = createWordIndex(["metoprolol", "metaproterenol", "heparin", "gout", "hydroxyzine", "hydralazine", "pain"]);

  test("the nearest, within the slips that the length allows", () => {
    expect(index.near("metoprolool")).toEqual([{ word: "metoprolol", distance: 1 }]);
    expect(index.near("hepairn")).toEqual([{ word: "heparin", distance: 1 }]);
    expect(index.near("hydroxyzin").map(({ word: found }) => found)).toEqual(["hydroxyzine"]);
  });
  test("short words, far words and another first letter find nothing", () => {
    expect([index.near("gour"), index.near("heeparrin"), index.near("eparin"), index.near("")]).toEqual([[], [{ word: "heparin", distance: 2 }], [], []]);
  });
  test("never farther than allowed, and every word one slip away is found", () => {
    const long = fc.stringMatching(/^m[a-z]{5,11}$/);
    fc.assert(
      fc.property(fc.uniqueArray(long, { minLength: 1, maxLength: 20 }), long, (words, wanted) => {
        const near = createWordIndex(words).near(wanted);
        const nearest = Math.min(...words.map((one) => plainDistance(one, wanted)));
        for (const { distance } of near) expect(distance).toBeLessThanOrEqual(slipsAllowed(wanted.length));
        if (nearest <= slipsAllowed(wanted.length)) expect(near[0]?.distance).toBe(nearest);
        else expect(near).toEqual([]);
      }),
    );
  });
});
