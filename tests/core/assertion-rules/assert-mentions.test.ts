import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertByRules } from "../../../src/core/assertion-rules/assert-mentions.ts";
import { CUE_RULES, SECTION_RULES } from "../../../src/core/assertion-rules/cues.ts";
import { sentencesOf } from "../../../src/core/assertion-rules/sentences.ts";
import { noteWords } from "../../../src/core/compare/note-words.ts";
import { anyText, law, noteText } from "../laws.ts";
import { readMarked, writeMarked } from "../marked.ts";

/** The assertions in `marked` are what the rules must give. */
function check(marked: string): void {
  const { text, mentions } = readMarked(marked);
  const assertions = assertByRules(text, mentions);
  expect(writeMarked(text, mentions.map((mention, i) => ({ ...mention, assertion: assertions[i] ?? "present" })))).toBe(marked);
}

describe("in a sentence", () => {
  it.each([
    "No [S/absent fever], [S/absent chills] or [S/absent cough].",
    "Denies [S/absent chest pain] but has [S dyspnea].",
    "[D/absent PE] was ruled out. [S Cough] since Monday.",
    "No change in [S edema]. Abdomen [S/absent nontender].",
    "Possible [D/possible pneumonia], [D/possible COPD].",
    "Return if [S/hypothetical fever] develops; ibuprofen as needed for [S/hypothetical pain].",
    "History of [D/past stroke], now with [S weakness].",
    "A three-month history of [S knee pain].",
    "Mother had [D/other-person breast cancer].",
    "Allergic to [M/allergy penicillin].",
    "[M/past Metformin] was stopped. Started [M insulin].",
    "Consider [M/hypothetical prednisone]. [M/absent Lisinopril] held.",
  ])("%s", check);
});

describe("under a heading", () => {
  it.each([
    "PAST MEDICAL HISTORY:\n1. [D/past Asthma].\n2. [D/past Gout].\n\nASSESSMENT:\n[D Pneumonia].",
    "Family History: [D/other-person diabetes]\nAllergies: [M/allergy sulfa]\nMeds: [M aspirin]",
    "Takes [M aspirin]. FHx: [D/other-person asthma].",
  ])("%s", check);
});

describe("sentences", () => {
  const sentences = (text: string) => sentencesOf(text).map(({ words }) => text.slice(words[0]?.start, words.at(-1)?.end));
  it("end at stops, short lines and list items, not in wrapped lines or figures", () => {
    expect(sentences("T 38.5 today. No cough.\nShort line\nnext")).toEqual(["T 38.5 today.", "No cough.", "Short line", "next"]);
    const wrapped = "The patient was admitted to the hospital with a long history of a\ncough and no fever.";
    expect(sentences(wrapped)).toEqual([wrapped]);
  });
  it("law: every word is in exactly one", () => {
    law(
      fc.property(fc.oneof(anyText(), noteText(40)), (text) => {
        expect(sentencesOf(text).flatMap(({ words }) => words.map(({ start, end }) => ({ start, end })))).toEqual([...noteWords(text)]);
      }),
    );
  });
});

describe("cues", () => {
  it("stand for one thing per reach and type, and are written as words are cut", () => {
    const seen = new Map<string, string>();
    for (const { makes, reach, types, phrases } of CUE_RULES) {
      for (const phrase of phrases.split(",").map((one) => one.trim()).filter((one) => one !== "")) {
        expect(phrase).toBe(phrase.toLowerCase());
        for (const type of types ?? ["medication", "disease", "symptom"]) {
          const key = `${phrase} ${reach} ${type}`;
          expect(seen.get(key) ?? makes, key).toBe(makes);
          seen.set(key, makes);
        }
      }
    }
    for (const { headings } of SECTION_RULES) expect(headings).toBe(headings.toLowerCase());
  });
});

describe("law", () => {
  it("one assertion a span, whatever the text", () => {
    law(
      fc.property(fc.oneof(anyText(), noteText(60)), fc.nat(9), (text, pick) => {
        const spans = [...noteWords(text)].filter((_, i) => i % (pick + 1) === 0).map((word) => ({ ...word, type: "symptom" as const }));
        expect(assertByRules(text, spans).length).toBe(spans.length);
      }),
    );
  });
});
