import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_BLOCK, mentionsByBlock, segmentBlock, splitBlocks } from "../../src/core/segments.ts";
import { noteOffset, type Mention } from "../../src/core/types.ts";
import { anyText, law } from "./laws.ts";
import { readMarked } from "./marked.ts";

const texts = fc.oneof(anyText(300), fc.array(fc.constantFrom("a", "\n", "\r", "\r\n", " ", "💊"), { maxLength: 60 }).map((parts) => parts.join("")));

const mentionsIn = (text: string, cuts: readonly number[]): Mention[] => {
  const points = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return points.flatMap((start, i) => {
    const end = points[i + 1];
    return i % 2 === 1 || end === undefined ? [] : [{ start: noteOffset(start), end: noteOffset(end), type: "disease", assertion: "present", score: 1 } as const];
  });
};

describe("blocks", () => {
  it.each([
    ["a\nb", ["a\n", "b"]],
    ["a\r\nb\r\n", ["a\r\n", "b\r\n"]],
    ["a\rb\n\n", ["a\r", "b\n", "\n"]],
    ["", []],
    ["a\u2028b", ["a\u2028b"]],
  ])("%j", (text, expected) => {
    expect(splitBlocks(text).map((block) => block.text)).toEqual(expected);
  });

  it("a very long line is split at white space, else anywhere but inside a pair", () => {
    const spaced = splitBlocks("word ".repeat(1000));
    expect(spaced.every((block) => block.text.endsWith(" ") && block.text.length <= LONGEST_BLOCK)).toBe(true);
    const solid = splitBlocks(`a${"💊".repeat(5000)}\n`);
    expect(solid.length).toBe(6);
    expect(solid.every(({ text }) => text === text.replace(/\p{Surrogate}/gu, ""))).toBe(true);
  });

  it("together are the text", () => {
    law(
      fc.property(texts, fc.constantFrom(1, 50), (part, times) => {
        const text = part.repeat(times);
        const blocks = splitBlocks(text);
        expect(blocks.map((block) => block.text).join("")).toBe(text);
        expect(blocks.every((block) => block.text !== "" && block.text.length === block.end - block.start)).toBe(true);
        expect(blocks.slice(1).every((block, i) => block.start === blocks[i]?.end)).toBe(true);
      }),
    );
  });

  it("1 MB without a line end, 200,000 empty lines", () => {
    expect(splitBlocks("x".repeat(1_000_000)).length).toBe(500);
    expect(splitBlocks("\n".repeat(200_000)).length).toBe(200_000);
  });
});

describe("segments", () => {
  const shown = (marked: string): string[] => {
    const { text, mentions } = readMarked(marked);
    const blocks = splitBlocks(text);
    return mentionsByBlock(blocks, mentions).map((own, i) => {
      const block = blocks[i];
      const segments = block ? segmentBlock(block, own) : [];
      return segments.map((s) => (s.kind === "text" ? s.text : `${s.first ? "[" : "("}${s.text}${s.last ? "]" : ")"}`)).join("|");
    });
  };

  it("text and mentions by turns", () => {
    expect(shown("Stop [M aspirin], [M heparin].\n[D HTN]\n")).toEqual(["Stop |[aspirin]|, |[heparin]|.\n", "[HTN]|\n"]);
  });

  it("a mention over two and three lines", () => {
    expect(shown("has [D a\nb]\n")).toEqual(["has |[a\n)", "(b]|\n"]);
    expect(shown("[D a\nb\nc] [M d]")).toEqual(["[a\n)", "(b\n)", "(c]| |[d]"]);
  });

  it("together are the block, and every mention has one first and one last piece", () => {
    law(
      fc.property(texts, fc.array(fc.nat(300)), (text, cuts) => {
        const mentions = mentionsIn(text, cuts);
        const blocks = splitBlocks(text);
        const byBlock = mentionsByBlock(blocks, mentions);
        const segments = blocks.flatMap((block, i) => segmentBlock(block, byBlock[i] ?? []));
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        expect(segments.every((segment) => segment.text !== "")).toBe(true);
        const pieces = segments.flatMap((segment) => (segment.kind === "mention" ? [segment] : []));
        expect(pieces.filter((piece) => piece.first).map((piece) => piece.mention)).toEqual(mentions);
        expect(pieces.filter((piece) => piece.last).map((piece) => piece.mention)).toEqual(mentions);
      }),
      300,
    );
  });
});

describe("mentions by block", () => {
  it("keeps the arrays of blocks whose mentions have the same values", () => {
    const { text, mentions } = readMarked("[M aspirin]\nnothing\n[D HTN] and [D/past MI]\n");
    const blocks = splitBlocks(text);
    const before = mentionsByBlock(blocks, mentions);
    const copies = mentions.map((mention, i) => ({ ...mention, score: i === 2 ? 0.5 : mention.score }));
    const after = mentionsByBlock(blocks, copies, before);
    expect(after.map((own, i) => own === before[i])).toEqual([true, true, false]);
  });
});
