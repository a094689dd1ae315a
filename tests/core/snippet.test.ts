import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { snippetOf } from "../../src/core/snippet.ts";
import { law, noteText } from "./laws.ts";

describe("a snippet", () => {
  const text = "The patient was admitted with\nsevere  chest pain and was given aspirin in the ambulance.";
  const at = { start: text.indexOf("chest"), end: text.indexOf(" and was") };
  it("is on one line, of whole words, and says where it was cut", () => {
    expect(snippetOf(text, at, 20)).toEqual({ before: "…with severe ", words: "chest pain", after: " and was given…" });
  });
  it("is not cut at the ends of the note", () => {
    expect(snippetOf(text, at, 200)).toEqual({ before: "The patient was admitted with severe ", words: "chest pain", after: " and was given aspirin in the ambulance." });
  });
});

it("law: its words are the mention's, and it is short", () => {
  law(
    fc.property(noteText(60, 3), fc.nat(200), fc.nat(20), (text, from, length) => {
      const start = Math.min(from, text.length - 1);
      const end = Math.min(text.length, start + length + 1);
      const { before, words, after } = snippetOf(text, { start, end }, 30);
      expect(words).toBe(text.slice(start, end).replace(/\s+/g, " "));
      expect(before.length).toBeLessThanOrEqual(31);
      expect(after.length).toBeLessThanOrEqual(31);
    }),
  );
});
