import { describe, expect, test } from "vitest";
import { fold, groupMentions } from "../../src/app/rail-groups.ts";
import { mention } from "./mention.ts";

describe("fold", () => {
  test.each([
    ["Chest  Pain", "chest pain"],
    ["chest\npain", "chest pain"],
    ["Antibiotics", "antibiotic"],
    ["\uFB01brosis", "fibrosi"],
    ["pus", "pus"],
    ["nauseous", "nauseous"],
    ["weakness", "weakness"],
  ])("%j", (text, folded) => expect(fold(text)).toBe(folded));
});

test("groups are per type, in the note's order, with their assertions in the legend's", () => {
  const text = "Pain. no pain. PAIN once. aspirin";
  const groups = groupMentions(text, [
    mention(0, 4, { assertion: "past" }),
    mention(9, 13, { assertion: "absent" }),
    mention(15, 19, { assertion: "past" }),
    mention(26, 33, { type: "medication" }),
  ]);
  expect(groups.disease).toEqual([]);
  expect(groups.medication.map(({ label }) => label)).toEqual(["aspirin"]);
  expect(groups.symptom).toHaveLength(1);
  expect(groups.symptom[0]).toMatchObject({
    label: "Pain",
    assertions: [
      { assertion: "absent", count: 1 },
      { assertion: "past", count: 2 },
    ],
  });
});
