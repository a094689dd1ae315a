import { describe, expect, test } from "vitest";
import { foldWords, mentionKey } from "../../src/core/mention-key.ts";

describe("folded words", () => {
  test.each([
    ["Chest  Pain", "chest pain"],
    ["chest\npain", "chest pain"],
    ["Antibiotics", "antibiotic"],
    ["\uFB01brosis", "fibrosi"],
    ["pus", "pus"],
    ["nauseous", "nauseous"],
    ["weakness", "weakness"],
  ])("%j", (text, folded) => expect(foldWords(text)).toBe(folded));
});

test("a concept's code stands for its words, but not that of a residual one", () => {
  const concept = (name: string) => ({ system: "ICD-10-CM", code: "X1", name });
  expect(mentionKey("HTN", concept("Essential (primary) hypertension"))).toBe("ICD-10-CM X1");
  expect(mentionKey("Wounds", concept("Other injury"))).toBe("wound");
});
