import fc from "fast-check";
import { expect, it } from "vitest";
import { cooccurrence, SMALLEST_EXPECTED } from "../../../src/core/summary/cooccurrence.ts";
import { notesOf, summarise } from "../../../src/core/summary/summary.ts";
import { law } from "../laws.ts";
import { summaryNote, summaryNotes } from "./notes.ts";

it("counts notes that mention both, and is silent where chance expects few", () => {
  const both = summaryNote("[D HTN] [D CKD] [D HTN]");
  const one = summaryNote("[D HTN]");
  const pairOf = (times: number) => {
    const notes = Array.from({ length: times }, () => [both, one, summaryNote("")]).flat();
    return cooccurrence(summarise(notes).entries, notes.length)[1]?.[0];
  };
  expect(pairOf(3)).toMatchObject({ expected: 2, lift: undefined, notes: [0, 3, 6] });
  expect(pairOf(9)).toMatchObject({ expected: 6, lift: 1.5 });
});

it("law: a pair is no more than either of its two, and what a naive count finds", () => {
  law(
    fc.property(summaryNotes(30), (notes) => {
      const { entries } = summarise(notes);
      const pairs = cooccurrence(entries, notes.length);
      pairs.forEach((row, i) => {
        expect(row).toHaveLength(i);
        for (const { a, b, notes: shared, expected, lift } of row) {
          expect(shared).toEqual(notesOf(a).filter((note) => notesOf(b).includes(note)));
          expect(expected * notes.length).toBeCloseTo(a.notes * b.notes);
          expect(lift === undefined).toBe(expected < SMALLEST_EXPECTED);
        }
      });
    }),
    50,
  );
});
