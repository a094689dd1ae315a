import { describe, expect, test } from "vitest";
import { combineConcepts } from "../../../src/core/concepts/combination.ts";
import { createConceptLinker } from "../../../src/core/concepts/link.ts";
import type { EntityType } from "../../../src/core/types.ts";
import { smallTable } from "./small-table.ts";

const problems = smallTable("problems", "ICD-10-CM", {
  I10: ["Hypertension"],
  "M25.56": ["Pain in knee"],
  "Q87.4": ["Marfan syndrome"],
  "K85.9": ["Acute pancreatitis", "pancreatitis"],
  "K86.1": ["Chronic pancreatitis"],
  "X1": ["Cirrhosis", "~fibrosis"],
});
const medications = smallTable("medications", "UNII", {
  L: ["lisinopril", "zestril"],
  H: ["hydrochlorothiazide"],
  Z: ["ondansetron", "zofran"],
  R: ["rosuvastatin"],
});
const linker = createConceptLinker([problems, medications]);
const shown = (text: string, type: EntityType): string => {
  const link = linker.link(text, type);
  return link === undefined ? "–" : `${link.concept.code} ${link.how} ${link.score.toFixed(2)}`;
};

describe("problems", () => {
  test.each([
    ["Hypertension", "I10 exact 1.00"],
    ["HTN", "I10 abbreviation 0.96"],
    ["knee pain", "M25.56 normalised 0.95"],
    ["severe left knee pain", "M25.56 partial 0.71"],
    ["hypertensoin", "I10 typo 0.75"],
    ["Marfan", "Q87.4 partial 0.85"],
    ["chronic pancreatitis", "K86.1 exact 1.00"],
    ["fibrosis", "X1 exact 0.88"],
    ["progressive fibrosis", "–"], // a borrowed name is not loosened
    ["elbow pain", "–"],
    ["", "–"],
    ["3%", "–"],
    ["x".repeat(500), "–"],
  ])("%j → %s", (text, link) => expect(shown(text, "disease")).toBe(link));
});

describe("medications", () => {
  test.each([
    ["Zestril", "L exact 1.00"],
    ["HCTZ", "H abbreviation 0.96"],
    ["Zofran ODT", "Z partial 0.92"],
    ["rosuvastatin calcium 20 mg", "R partial 0.85"],
    ["lisinopril/HCTZ", "H+L abbreviation 0.91"],
    ["lisinopril and morphineX", "–"],
    ["hypertension", "–"],
  ])("%j → %s", (text, link) => expect(shown(text, "medication")).toBe(link));
});

test("the first table with a link wins", () => {
  const own = smallTable("problems", "SNOMED CT", { "38341003": ["Hypertensive disorder", "hypertension"] });
  const both = createConceptLinker([own, problems]);
  expect(both.link("HTN", "disease")?.concept.system).toBe("SNOMED CT");
  expect(both.link("pancreatitis", "disease")?.concept.system).toBe("ICD-10-CM");
  expect(both.systems).toEqual(["SNOMED CT", "ICD-10-CM"]);
});

test("a combination is the same in any order, and one of one thing is that thing", () => {
  const a = { system: "UNII", code: "A", name: "a" };
  const b = { system: "UNII", code: "B", name: "b" };
  expect(combineConcepts([b, a, b])).toEqual(combineConcepts([a, b]));
  expect(combineConcepts([a, b])).toEqual({ system: "UNII", code: "A+B", name: "a / b" });
  expect(combineConcepts([a, a])).toBe(a);
});
