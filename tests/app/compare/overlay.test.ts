import * as fc from "fast-check";
import { expect, test } from "vitest";
import { overlayBlock } from "../../../src/app/compare/overlay.ts";
import { splitBlocks } from "../../../src/core/segments.ts";
import { noteOffset, type Mention } from "../../../src/core/types.ts";

/** Disjoint mentions out of cut points. */
const mentions = (length: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 8 }).map((cuts): Mention[] => {
    const sorted = cuts.sort((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({
      start: noteOffset(sorted[2 * i] ?? 0),
      end: noteOffset(sorted[2 * i + 1] ?? 0),
      type: "symptom",
      assertion: "present",
      score: 1,
    }));
  });

test("the pieces are the text, and each piece has exactly the mentions that cover it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, " ")).chain((text) => fc.tuple(fc.constant(text), mentions(text.length), mentions(text.length))), ([text, left, right]) => {
      const [block] = splitBlocks(text);
      if (block === undefined) return;
      const pieces = overlayBlock(block, left, right);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      let at = 0;
      for (const piece of pieces) {
        const end = at + piece.text.length;
        const covering = (side: readonly Mention[]) => side.find((mention) => mention.start <= at && end <= mention.end);
        expect(piece.left).toBe(covering(left));
        expect(piece.right).toBe(covering(right));
        at = end;
      }
    }),
  );
});
