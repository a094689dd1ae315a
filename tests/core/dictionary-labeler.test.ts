import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTable } from "../../src/core/concepts/decode-table.ts";
import { fold } from "../../src/core/concepts/fold.ts";
import { createDictionaryLabeler, type DictionaryLabeler } from "../../src/core/dictionary-labeler.ts";
import { LEADING_WORDS, STOP_NAMES, symptomCode } from "../../src/core/dictionary-words.ts";
import { anyText, law, noteText } from "./laws.ts";
import { readMarked, writeMarked } from "./marked.ts";

const labeler = (group: string): DictionaryLabeler => createDictionaryLabeler(decodeTable(readFileSync(`public/concepts/${group}.txt`, "utf8")));
const [medications, problems] = [labeler("medications"), labeler("problems")];

function check(label: DictionaryLabeler, marked: string): void {
  const { text } = readMarked(marked);
  expect(writeMarked(text, label(text).map((mention) => ({ ...mention, assertion: "present", score: 1 })))).toBe(marked);
}

describe("medications", () => {
  it.each([
    "Takes [M aspirin] 81 mg and [M metoprolol succinate] daily.",
    "Oxygen, saline and glucose as ordered today.",
    "[M Lisinopril], [M hydrochlorothiazide].",
  ])("%s", (marked) => check(medications, marked));
});

describe("problems", () => {
  it.each([
    "[D Type 2 diabetes mellitus] with [D HTN] and [S chest pain].",
    "[D Chronic obstructive pulmonary disease], [S shortness of breath].",
    "He has no complications, as all are stable.",
    "[D acute bronchitis]\n[D asthma]",
    "[S Headaches] and [D A fib].",
    "[S left knee pain]",
  ])("%s", (marked) => check(problems, marked));

  it("a name does not go over a line end or a comma", () => {
    check(problems, "chest\n[S pain]");
    check(problems, "heart, failure of");
  });

  it("come with their concept", () => {
    expect(problems("HTN")[0]).toMatchObject({ how: "abbreviation", concept: { system: "ICD-10-CM", code: "I10" } });
    expect(problems("as")).toEqual([]);
  });
});

describe("data", () => {
  it("is folded or lower case", () => {
    for (const names of Object.values(STOP_NAMES)) for (const name of names) expect(fold(name)).toBe(name);
    for (const word of LEADING_WORDS) expect(word).toBe(word.toLowerCase());
  });
  it("chapter R is symptoms, with exceptions on both sides", () => {
    expect(["R05.9", "R56.9", "M54.5", "I10"].map(symptomCode)).toEqual([true, false, true, false]);
  });
});

describe("law", () => {
  it("mentions are in order, disjoint and not empty, whatever the text", () => {
    law(
      fc.property(fc.oneof(anyText(), noteText(60)), (text) => {
        for (const label of [medications, problems]) {
          let at = 0;
          for (const { start, end } of label(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBeLessThanOrEqual(text.length);
        }
      }),
      60,
    );
  });
});
