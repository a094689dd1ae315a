import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkKey } from "../../src/core/chunk-input.ts";
import { chunkNote, FRAME_TOKENS } from "../../src/core/chunk.ts";
import type { Manifest } from "../../src/core/manifest.ts";
import { noteTokens } from "../../src/core/note-tokens.ts";
import { manifest, shortWindows, wordPiece } from "./fake-student.ts";
import { anyText, applyEdit, edits, law, noteText } from "./laws.ts";

const chunked = (text: string, { input }: Manifest = manifest) => {
  const tokens = noteTokens(text, wordPiece, { input });
  return { tokens, chunks: chunkNote(text, tokens, { input }) };
};

const keys = (text: string, window: Manifest): Set<string> => {
  const { tokens, chunks } = chunked(text, window);
  return new Set(chunks.map((chunk) => chunkKey(tokens, chunk, 1)));
};

/** Chunks of `after` that a cache filled with `before` does not hold. */
function newChunks(before: string, after: string, window = manifest): number {
  const known = keys(before, window);
  return [...keys(after, window)].filter((key) => !known.has(key)).length;
}

/** A note in which no two sentences are alike. */
const longNote = (words: number): string => Array.from({ length: words }, (_, i) => `word${(i * 7919) % 9973}${i % 9 === 8 ? "." : ""}${i % 40 === 39 ? "\n" : " "}`).join("");

describe("law", () => {
  it("cores partition the words and the text; windows hold their core and are never too long", () => {
    law(
      fc.property(fc.oneof(noteText(400), anyText(600)), fc.constantFrom(manifest, shortWindows), (text, window) => {
        const { tokens, chunks } = chunked(text, window);
        let [word, at] = [0, 0];
        for (const chunk of chunks) {
          expect([chunk.coreFirstWord, chunk.start]).toEqual([word, at]);
          expect(chunk.coreEndWord).toBeGreaterThan(chunk.coreFirstWord);
          expect(chunk.firstWord).toBeLessThanOrEqual(chunk.coreFirstWord);
          expect(chunk.endWord).toBeGreaterThanOrEqual(chunk.coreEndWord);
          expect(chunk.endToken - chunk.firstToken + FRAME_TOKENS).toBeLessThanOrEqual(window.input.maxTokens);
          expect(tokens.word[chunk.firstToken]).toBe(chunk.firstWord);
          [word, at] = [chunk.coreEndWord, chunk.end];
        }
        expect(word).toBe(tokens.wordStart.length);
        if (chunks.length > 0) expect(at).toBe(text.length);
      }),
      200,
    );
  });

  it("an edit changes few chunks", () => {
    law(
      fc.property(noteText(1500, 600), edits, (text, edit) => {
        expect(newChunks(text, applyEdit(text, edit), shortWindows)).toBeLessThanOrEqual(12);
      }),
      60,
    );
  });

  it("a chunk's key does not hang on its place", () => {
    const text = longNote(2000);
    expect(newChunks(text, `${longNote(300).toUpperCase()}\n\n${text}`)).toBeLessThan(12);
  });
});

describe("edits in the middle of 3,000 words", () => {
  const text = longNote(3000);
  const middle = text.indexOf(" ", text.length / 2);
  it.each([
    ["a letter", "x"],
    ["a word", " aspirin"],
    ["a sentence", " Started on aspirin 81 mg daily."],
    ["a paragraph", "\n\nPlan: stop aspirin.\n\n"],
  ])("%s touches a handful", (_, inserted) => {
    const { chunks } = chunked(text);
    expect(chunks.length).toBeGreaterThan(30);
    expect(newChunks(text, text.slice(0, middle) + inserted + text.slice(middle))).toBeLessThanOrEqual(5);
  });
});

describe("places of cuts", () => {
  it("a short note is one chunk", () => {
    expect(chunked(longNote(40)).chunks.length).toBe(1);
    expect(chunked("").chunks).toEqual([]);
    expect(chunked(" \n ").chunks).toEqual([]);
  });

  it("blank lines before line ends before sentence ends", () => {
    const cuts = (gap: string): string[] => {
      const text = Array.from({ length: 40 }, (_, i) => `aspirin was stopped on day ${i}${i % 3 === 1 ? gap : " and "}`).join("the patient felt well ");
      const { chunks } = chunked(text, shortWindows);
      expect(chunks.length).toBeGreaterThan(3);
      return chunks.slice(0, -1).map((chunk) => text.slice(0, chunk.end).slice(-gap.length));
    };
    const share = (gap: string): number => cuts(gap).filter((end) => end === gap).length / cuts(gap).length;
    for (const gap of ["\n\n", "\n", ". "]) expect(share(gap)).toBeGreaterThan(0.8);
  });

  it("the longest word fits into a window; one that can't fit is a bug with its numbers", () => {
    const word = "\uac00".repeat(50); // 100 pieces
    expect(chunked(`${word} ${word} ${word}`, shortWindows).chunks.length).toBe(3);
    const tiny = { ...manifest, input: { ...manifest.input, maxTokens: 64, leftContextTokens: 8, rightContextTokens: 8 } };
    expect(() => chunked(word, tiny)).toThrow("100 tokens does not fit into windows of 64");
  });
});
