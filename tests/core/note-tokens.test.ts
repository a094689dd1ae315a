import { describe, expect, it } from "vitest";
import { noteTokens } from "../../src/core/note-tokens.ts";
import { manifest, vocabularyText, wordPiece } from "./fake-student.ts";

const pieces = vocabularyText.split("\n");

/** Pieces, with | for a line break and ¶ for a paragraph break. */
const shown = (text: string): string => {
  const { ids } = noteTokens(text, wordPiece, manifest);
  return [...ids].map((id) => (id === 10 ? "|" : id === 11 ? "¶" : pieces[id])).join(" ");
};

describe("break tokens", () => {
  it.each([
    ["a b", "a b"],
    ["a\nb", "a | b"],
    ["a\r\nb", "a | b"],
    ["a \n \n b", "a ¶ b"],
    ["a\n\n\n\nb", "a ¶ b"],
    ["\n\na\n", "a"],
    ["a\rb", "a b"],
    ["a\u2028b", "a b"],
    ["a\n\u200b\nb", "a ¶ b"],
  ])("%j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("no white-space note has tokens", () => {
    expect(noteTokens("\n\n \t", wordPiece, manifest).ids.length).toBe(0);
  });
});

describe("shapes", () => {
  it.each([
    ["si", [0]],
    ["Si", [1]],
    ["SI", [2]],
    ["sI", [3]],
    ["I", [1]],
    ["81", [0]],
    ["ÉCOLE", [2]],
    ["💊", [0]],
  ])("%s", (text, expected) => {
    expect([...noteTokens(text, wordPiece, manifest).shapes].slice(0, 1)).toEqual(expected);
  });
});
