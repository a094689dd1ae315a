import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { noteTokens } from "../../src/core/note-tokens.ts";
import { toUtf16Offsets } from "../../src/core/offsets.ts";
import { createWordPiece } from "../../src/core/wordpiece.ts";
import { manifest, vocabularyText, wordPiece } from "./fake-student.ts";
import { anyText, law } from "./laws.ts";

const numbers = v.array(v.number());
const goldenSchema = v.array(
  v.object({ text: v.string(), ids: numbers, shapes: numbers, word: numbers, wordStart: numbers, wordEnd: numbers, wordStartUtf16: numbers, wordEndUtf16: numbers }),
);
const golden = v.parse(goldenSchema, JSON.parse(readFileSync(new URL("../golden/tokens.json", import.meta.url), "utf8")));

const pieces = vocabularyText.split("\n");
const words = (text: string): string[] => {
  const { wordStart, wordEnd } = wordPiece.tokenise(text);
  return [...wordStart].map((start, i) => text.slice(start, wordEnd[i]));
};

describe("golden tokens of Python", () => {
  it.each(golden.map((record, i) => [i, record] as const))("text %i", (_, record) => {
    const tokens = noteTokens(record.text, wordPiece, manifest);
    expect([...tokens.ids]).toEqual(record.ids);
    expect([...tokens.shapes]).toEqual(record.shapes);
    expect([...tokens.word]).toEqual(record.word);
    expect([...tokens.wordStart]).toEqual(record.wordStartUtf16);
    expect([...tokens.wordEnd]).toEqual(record.wordEndUtf16);
    expect([...toUtf16Offsets(record.text, record.wordStart)]).toEqual(record.wordStartUtf16);
  });
});

describe("words", () => {
  it.each([
    ["Septra→hives", ["Septra", "→", "hives"]],
    ["o.d. 1/2", ["o", ".", "d", ".", "1", "/", "2"]],
    ["cafe\u0301 x", ["cafe", "x"]],
    ["cafe\u0301s", ["cafe\u0301s"]],
    ["💊aspirin", ["💊", "aspirin"]],
    ["asp\u00adirin", ["asp\u00adirin"]],
    ["糖尿病", ["糖", "尿", "病"]],
    ["[CLS]", ["[", "CLS", "]"]],
  ])("%j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("a word of more than 100 characters is one unknown token", () => {
    expect([...wordPiece.tokenise("x".repeat(101)).ids].map((id) => pieces[id])).toEqual(["[UNK]"]);
    expect(wordPiece.tokenise("x".repeat(100)).ids.length).toBe(50);
  });
});

describe("laws", () => {
  it("offsets are in order, inside the text, and part no surrogate pair", () => {
    law(
      fc.property(anyText(), (text) => {
        const { ids, starts, ends, word, wordStart, wordEnd } = wordPiece.tokenise(text);
        for (const [i, start] of starts.entries()) {
          const end = ends[i] ?? -1;
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(wordStart[word[i] ?? -1] ?? Infinity);
          expect(end).toBeLessThanOrEqual(wordEnd[word[i] ?? -1] ?? -Infinity);
          for (const at of [start, end]) expect(at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff).toBe(false);
        }
        expect(word.length).toBe(ids.length);
        expect(new Set(word).size).toBe(wordStart.length);
      }),
      500,
    );
  });

  it("white space between two texts keeps their tokens apart", () => {
    law(
      fc.property(anyText(50), anyText(50), (left, right) => {
        const both = wordPiece.tokenise(`${left} ${right}`);
        expect([...both.ids]).toEqual([...wordPiece.tokenise(left).ids, ...wordPiece.tokenise(right).ids]);
      }),
      300,
    );
  });

  it("a lone surrogate counts as U+FFFD", () => {
    law(
      fc.property(anyText(), (text) => {
        expect(wordPiece.tokenise(text)).toEqual(wordPiece.tokenise(text.replace(/\p{Surrogate}/gu, "\ufffd")));
      }),
      300,
    );
  });
});

describe("malformed and huge", () => {
  it.each([
    ["one word", "a".repeat(1_000_000), 1],
    ["one accented word", "e\u0301".repeat(500_000), 1],
    ["halves of pairs", "\ud83d".repeat(1_000_000), 0],
    ["line feeds", "\n".repeat(1_000_000), 0],
    ["marks", "!".repeat(1_000_000), 1_000_000],
    ["binary", "\0".repeat(1_000_000), 0],
  ])("1 MB of %s", (_, text, tokens) => {
    expect(wordPiece.tokenise(text).ids.length).toBe(tokens);
  });

  it("a vocabulary without [UNK] is a bug", () => {
    expect(() => createWordPiece("a\nb\n")).toThrow(RangeError);
  });
});
