import fc from "fast-check";
import { expect, it } from "vitest";
import { notePieces, notePiecesByWord } from "../../../src/core/other-student/note-pieces.ts";
import { tokenWindows } from "../../../src/core/other-student/windows.ts";
import { anyText, law, noteText } from "../laws.ts";

it("passages are the whole note, none over 4,000 units, none cut inside a pair", () => {
  law(
    fc.property(fc.oneof(noteText(700), anyText(20_000), fc.constant("x".repeat(9_001)), fc.constant("💉".repeat(5_001))), (note) => {
      const pieces = notePieces(note);
      expect(pieces.map(({ text }) => text).join("")).toBe(note);
      let at = 0;
      for (const { start, text } of pieces) {
        expect(start).toBe(at);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(4_000);
        at += text.length;
      }
      const halves = (text: string) => Array.from(text).filter((character) => /[\uD800-\uDFFF]/u.test(character)).length;
      expect(pieces.reduce((sum, { text }) => sum + halves(text), 0)).toBe(halves(note));
    }),
    20,
  );
});

it("words are all that is no white space, where it stands", () => {
  law(
    fc.property(fc.oneof(noteText(60), anyText(200), fc.constant("y".repeat(2_500))), (note) => {
      const words = notePiecesByWord(note);
      for (const { start, text } of words) expect(note.slice(start, start + text.length)).toBe(text);
      expect(words.map(({ text }) => text).join("")).toBe(note.replace(/\s/g, ""));
    }),
  );
});

it("windows take every token once, with at least half the overlap around it, and hold no more than they may", () => {
  law(
    fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 600 }), (tokens, size) => {
      const windows = tokenWindows(tokens, size);
      let at = 0;
      for (const { start, end, takeFrom, takeTo } of windows) {
        expect(end - start).toBeLessThanOrEqual(size);
        expect(takeFrom).toBe(at);
        expect(takeTo).toBeGreaterThan(takeFrom);
        expect(start).toBeLessThanOrEqual(takeFrom);
        expect(end).toBeGreaterThanOrEqual(takeTo);
        const context = Math.floor(Math.min(128, size >> 2) / 2);
        if (start > 0) expect(takeFrom - start).toBeGreaterThanOrEqual(context);
        if (end < tokens) expect(end - takeTo).toBeGreaterThanOrEqual(context);
        at = takeTo;
      }
      expect(at).toBe(tokens);
    }),
  );
});
