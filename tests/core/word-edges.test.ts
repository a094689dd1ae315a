import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveEdge, snapToWords, wordBefore, wordFrom, type EdgeMove } from "../../src/core/word-edges.ts";
import { anyText, law } from "./laws.ts";

/** "a |b c| d": the text, and the span between the bars. */
function readBars(barred: string): { text: string; start: number; end: number } {
  const start = barred.indexOf("|");
  const end = barred.indexOf("|", start + 1) - 1;
  return { text: barred.replaceAll("|", ""), start, end };
}
const writeBars = (text: string, span: { start: number; end: number } | undefined): string =>
  span === undefined ? text : `${text.slice(0, span.start)}|${text.slice(span.start, span.end)}|${text.slice(span.end)}`;

describe("a selection means whole words", () => {
  it.each([
    ["inside a word", "chest p|ai|n", "chest |pain|"],
    ["no neighbour is taken along", "no| chest pain |now", "no |chest pain| now"],
    ["an edge at a word's end stays", "chest| pain|ful", "chest |painful|"],
    ["white space and punctuation go", "has|\n- chest pain,\n|and", "has\n- |chest pain|,\nand"],
    ["over a line end", "chest|\npa|in", "chest\n|pain|"],
    ["signs that mean something stay", "SpO2 |88%|, HIV+", "SpO2 |88%|, HIV+"],
    ["a closing bracket goes with its opening one", "|HFrEF (EF 20%)|, on", "|HFrEF (EF 20%)|, on"],
    ["a lone bracket goes", "(|aspirin)|", "(|aspirin|)"],
    ["behind astral characters", "💊💊 |aspi|rin", "💊💊 |aspirin|"],
    ["accents", "Sj|ögre|n", "|Sjögren|"],
    ["nothing but signs", "a |, -| b", "a , - b"],
  ])("%s", (_, barred, expected) => {
    const { text, start, end } = readBars(barred);
    expect(writeBars(text, snapToWords(text, { start, end }))).toBe(expected);
  });

  it("drawn backwards it is the same", () => expect(snapToWords("chest pain", { start: 8, end: 2 })).toEqual({ start: 0, end: 10 }));

  it("never parts a pair, and never loses a word that it touches", () => {
    law(
      fc.property(anyText(80), fc.nat(80), fc.nat(80), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const snapped = snapToWords(text, { start, end });
        if (snapped === undefined) {
          expect(/[a-z]/i.test(text.slice(start, end))).toBe(false);
          return;
        }
        for (const at of [snapped.start, snapped.end]) expect(at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff).toBe(false);
        expect(snapped.start).toBeLessThan(snapped.end);
        expect(/^\s|\s$/.test(text.slice(snapped.start, snapped.end))).toBe(false);
      }),
      500,
    );
  });
});

describe("an edge moves by a word", () => {
  it.each([
    ["end-later", "|chest| pain now", "|chest pain| now"],
    ["end-later", "|type 2|, diabetes", "|type 2, diabetes|"],
    ["end-later", "|HFrEF| (reduced), on", "|HFrEF (reduced)|, on"],
    ["end-later", "|SpO2 88|% on", "|SpO2 88%| on"],
    ["end-earlier", "|chest pain| now", "|chest| pain now"],
    ["end-earlier", "|chest| pain", "chest pain"],
    ["start-earlier", "no chest |pain|", "no |chest pain|"],
    ["start-earlier", "|chest| pain", "chest pain"],
    ["start-later", "no |chest pain|", "no chest |pain|"],
    ["start-later", "no |pain|", "no pain"],
    ["end-later", "💊|💊| a", "💊|💊 a|"],
  ] as const)("%s %s", (move: EdgeMove, barred, expected) => {
    const { text, start, end } = readBars(barred);
    expect(writeBars(text, moveEdge(text, { start, end }, move))).toBe(expected);
  });
});

describe("words around a place", () => {
  it("a word longer than the first look is whole", () => {
    const text = `a ${"x".repeat(5_000)} b`;
    expect(wordFrom(text, 2)).toEqual({ start: 2, end: 5_002 });
    expect(wordBefore(text, 5_003)).toEqual({ start: 2, end: 5_002 });
  });
  it("behind the last and before the first there is none", () => {
    expect(wordFrom("a  ", 1)).toBeUndefined();
    expect(wordBefore("  a", 2)).toBeUndefined();
  });
});
