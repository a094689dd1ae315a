import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, type QuotedMention } from "../../src/teacher/align.ts";
import { devNotes } from "./notes.ts";

const symptom = (quote: string): QuotedMention => ({ quote, type: "symptom", assertion: "present" });
/** "[pain] and [fever]": the spans that come out, marked. */
function marked(text: string, quotes: readonly string[]): string {
  let end = text.length;
  let out = "";
  for (const mention of [...align(text, quotes.map(symptom)).mentions].reverse()) {
    out = `[${text.slice(mention.start, mention.end)}]${text.slice(mention.end, end)}${out}`;
    end = mention.start;
  }
  return text.slice(0, end) + out;
}
const statuses = (text: string, quotes: readonly string[]): readonly string[] => align(text, quotes.map(symptom)).statuses;

describe("align", () => {
  it.each([
    ["repeats in order", "pain, fever, pain", ["pain", "fever", "pain"], "[pain], [fever], [pain]"],
    ["a repeat that the teacher left out", "Pain: none. No pain, fever, pain", ["fever", "pain"], "Pain: none. No pain, [fever], [pain]"],
    ["a longer mention that holds a shorter one", "chest pain and pain", ["chest pain", "pain"], "[chest pain] and [pain]"],
    ["one out of order costs the others nothing", "a cough, b fever, c rash", ["rash", "cough", "fever"], "a [cough], b [fever], c [rash]"],
    ["whole words only", "hypertension, tension", ["tension"], "hypertension, [tension]"],
    ["letters and digits of one run, when nowhere else", "T2DM and DM", ["DM"], "T2DM and [DM]"],
    ["a run of letters beside digits", "metformin500mg", ["metformin"], "[metformin]500mg"],
    ["another case", "Severe PAIN", ["pain"], "Severe [PAIN]"],
    ["white space and line ends", "shortness\n  of breath", ["shortness of breath"], "[shortness\n  of breath]"],
    ["quote marks", "Tinel’s sign", ["Tinel's sign"], "[Tinel’s sign]"],
    ["hyphens", "beta-blocker, beta blocker", ["beta blocker", "beta–blocker"], "[beta-blocker], [beta blocker]"],
    ["not over a dash between words", "pain - fever", ["pain fever"], "pain - fever"],
    ["not over a blank line", "pain\n\nfever", ["pain fever"], "pain\n\nfever"],
    ["astral characters", "😀 pain 😀 𝒻ever", ["pain", "😀"], "😀 [pain] [😀] 𝒻ever"],
    ["exact before folded", "Pain, pain", ["pain"], "Pain, [pain]"],
  ])("%s", (_, text, quotes, expected) => {
    expect(marked(text, quotes)).toBe(expected);
  });

  it("says how each one was found", () => {
    expect(statuses("Chest pain, fever", ["chest pain", "fever", "rash", "fever", "", "  ", "chest pain fever"])).toEqual(["repaired", "exact", "lost", "lost", "lost", "lost", "lost"]);
  });

  it("finds the gold of the dev notes again", () => {
    let same = 0;
    let total = 0;
    for (const { text, mentions } of devNotes()) {
      const found = align(text, mentions.map(({ start, end, type, assertion }) => ({ quote: text.slice(start, end), type, assertion })));
      const keys = new Set(found.mentions.map(({ start, end, type, assertion }) => [start, end, type, assertion].join()));
      total += mentions.length;
      same += mentions.filter(({ start, end, type, assertion }) => keys.has([start, end, type, assertion].join())).length;
    }
    expect(same / total).toBeGreaterThan(0.998);
  });

  const word = fc.constantFrom("pain", "Pain", "fever", "chest", "T2DM", "beta-blocker", "’s", "😀", "é", "e\u0301", "no", "a", "-", "\n", "\n\n", "12", "mg", ".", "\ud800");
  const noteOf = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));
  const quoteOf = fc.oneof(fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")), fc.string({ maxLength: 8 }));

  it("law: slices back up to folding, in order, disjoint, one status per quote, never more than the note holds", () => {
    const bare = (text: string): string => text.toLowerCase().normalize("NFC").replaceAll(/[\s\u2010-\u2015\u2212-]/gu, "").replaceAll("’", "'");
    fc.assert(
      fc.property(noteOf, fc.array(quoteOf, { maxLength: 20 }), (text, quotes) => {
        const { mentions, statuses: given, counts } = align(text, quotes.map(symptom));
        const left = quotes.map(bare);
        let end = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          end = mention.end;
          const at = left.indexOf(bare(text.slice(mention.start, mention.end)));
          expect(at).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
        expect(given.length).toBe(quotes.length);
        expect(counts.exact + counts.repaired).toBe(mentions.length);
        expect(counts.exact + counts.repaired + counts.lost).toBe(quotes.length);
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it("law: words that the note does not hold are lost", () => {
    fc.assert(
      fc.property(noteOf, fc.array(fc.constantFrom("quuxitis", "flarbinol 5", "pains", "ever"), { maxLength: 9 }), (text, quotes) => {
        expect(align(text, quotes.map(symptom)).mentions).toEqual([]);
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it("law: quotes cut from the note in order come out where they were cut", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("cough", "fever", "rash", "chest pain", "NAD"), { minLength: 1, maxLength: 30 }), (words) => {
        const { mentions } = align(words.join("; "), words.map(symptom));
        expect(mentions.length).toBe(words.length);
      }),
      { seed: 10, numRuns: 200 },
    );
  });

  it("takes linear time: 200,000 characters and ten thousand quotes, of any kind, within seconds of processor time", () => {
    const long = Array.from({ length: 40_000 }, (_, i) => ["chest", "pain", "fever", "aspirin"][i % 4] ?? "").join(" ").slice(0, 200_000);
    const hard = [Array.from({ length: 10_000 }, () => "pain"), Array.from({ length: 10_000 }, (_, i) => `pain ${i}`), ["fever aspirin chest pain ".repeat(15), "zzz"], Array.from({ length: 10_000 }, (_, i) => (i % 2 === 0 ? "Pain" : "PAIN"))];
    const before = process.cpuUsage();
    for (const quotes of hard) align(long, quotes.map(symptom));
    align("a ".repeat(50_000), Array.from({ length: 30 }, (_, i) => symptom("a ".repeat(i + 1))));
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(8);
  }, 120_000);
});
