import fc from "fast-check";
import { expect, it } from "vitest";
import { findTerm, isTerm } from "../../src/core/find-term.ts";
import { law, noteText } from "./laws.ts";

const marked = (text: string, term: string): string => findTerm(text, term).reduceRight((out, { start, end }) => `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`, text);

it.each([
  ["case does not count", "Pain, pain; PAIN.", "pain", "[Pain], [pain]; [PAIN]."],
  ["whole words", "painful pain unpaid painpain", "pain", "painful [pain] unpaid painpain"],
  ["any white space", "chest pain, chest\n  pain", "chest pain", "[chest pain], [chest\n  pain]"],
  ["an abbreviation keeps its capitals", "ALL is not all or All", "ALL", "[ALL] is not all or All"],
  ["signs at the edge", "Hb 5% (a+b) 5%", "5%", "Hb [5%] (a+b) [5%]"],
  ["signs of a pattern", "a+b, aab, (a+b)", "a+b", "[a+b], aab, ([a+b])"],
  ["behind an astral character", "💊 aspirin 💊aspirin", "aspirin", "💊 [aspirin] 💊[aspirin]"],
  ["accents are letters", "Sjögren sjögrens", "sjögren", "[Sjögren] sjögrens"],
  ["a hyphen is an edge", "COVID-19 covid", "covid-19", "[COVID-19] covid"],
  ["nothing", "a b", "  ", "a b"],
])("%s", (_, text, term, expected) => expect(marked(text, term)).toBe(expected));

it.each([
  ["pain", "PAIN", true],
  ["PAIN", "pain", false],
  ["chest  pain", "Chest\npain", true],
  ["CHEST PAIN", "chest pain", true],
  ["MS", "MS ", true],
  ["pain", "pains", false],
])("%j is %j: %j", (term, words, same) => expect(isTerm(term, words)).toBe(same));

it("the places are in order and disjoint, and hold the term", () => {
  law(
    fc.property(noteText(40), fc.nat(40), fc.integer({ min: 1, max: 3 }), (text, first, count) => {
      const words = text.split(/\s+/).slice(first, first + count);
      const term = words.join(" ").trim();
      const places = findTerm(text, term);
      for (const [i, { start, end }] of places.entries()) {
        expect(isTerm(term, text.slice(start, end))).toBe(true);
        expect(start).toBeGreaterThanOrEqual(places[i - 1]?.end ?? 0);
      }
    }),
  );
});
