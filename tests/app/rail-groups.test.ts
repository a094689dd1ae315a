import { expect, test } from "vitest";
import { groupMentions } from "../../src/app/rail-groups.ts";
import type { ConceptLinker } from "../../src/core/concepts/link.ts";
import { mention } from "./mention.ts";

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

test("with a linker, mentions of one concept are one entry; residual codes and words without a code go by their text", () => {
  const concepts: Record<string, { code: string; name: string }> = {
    HTN: { code: "I10", name: "Essential (primary) hypertension" },
    hypertension: { code: "I10", name: "Essential (primary) hypertension" },
    wound: { code: "T14.8", name: "Other injury of unspecified body region" },
    fracture: { code: "T14.8", name: "Other injury of unspecified body region" },
  };
  const linker: ConceptLinker = {
    systems: ["ICD-10-CM"],
    link(words) {
      const found = concepts[words];
      return found && { concept: { system: "ICD-10-CM", ...found }, score: 1, how: "exact" };
    },
  };
  const text = "HTN hypertension wound fracture gist";
  const type = "disease" as const;
  const mentions = [mention(0, 3, { type }), mention(4, 16, { type }), mention(17, 22, { type }), mention(23, 31, { type }), mention(32, 36, { type })];
  const groups = groupMentions(text, mentions, linker).disease;
  expect(groups.map(({ label, mentions: members, concept }) => [label, members.length, concept?.code])).toEqual([
    ["HTN", 2, "I10"],
    ["wound", 1, "T14.8"],
    ["fracture", 1, "T14.8"],
    ["gist", 1, undefined],
  ]);
});

test("the concept that a mention brought along goes before the linker's", () => {
  const own = { system: "SNOMED CT", code: "195967001", name: "Asthma" };
  const linker: ConceptLinker = { systems: [], link: () => ({ concept: { system: "ICD-10-CM", code: "J45", name: "Asthma" }, score: 1, how: "exact" }) };
  const { disease } = groupMentions("asthma and RAD", [mention(0, 6, { type: "disease", concept: own }), mention(11, 14, { type: "disease" })], linker);
  expect(disease.map(({ concept }) => concept?.code)).toEqual(["195967001", "J45"]);
});
