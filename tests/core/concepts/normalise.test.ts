import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../src/core/concepts/fold.ts";
import { singular, withoutForm, withoutQualifiers, withoutSalt, wordBag } from "../../../src/core/concepts/normalise.ts";

describe("fold", () => {
  test.each([
    ["Crohn’s Disease", "crohn disease"],
    ["Ménière's", "meniere"],
    ["gastro-oesophageal", "gastro esophageal"],
    ["haemorrhage", "hemorrhage"],
    ["peripheral OEDEMA", "peripheral edema"],
    ["diarrhoea", "diarrhea"],
    ["N/V", "n v"],
    ["↓ appetite", "decreased appetite"],
    ["  ", ""],
  ])("%j", (text, folded) => expect(fold(text)).toBe(folded));

  test("folding twice is folding once; letters, digits and single spaces are left", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(folded).not.toMatch(/^ | $| {2}/);
      }),
    );
  });
});

describe("word bags", () => {
  test("order, number and empty words don't count; 'with' and 'without' do", () => {
    expect(wordBag(fold("pain in the knees"))).toBe(wordBag(fold("Knee pain")));
    expect(wordBag("migraine with aura")).not.toBe(wordBag("migraine without aura"));
  });

  test("any order of the words gives the same bag", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
        expect(wordBag(shuffled.join(" "))).toBe(wordBag(list.join(" ")));
      }),
    );
  });

  test.each([["allergies", "allergy"], ["masses", "mass"], ["rashes", "rash"], ["diagnosis", "diagnosis"], ["pus", "pus"], ["legs", "leg"], ["weakness", "weakness"]])(
    "%s → %s",
    (plural, one) => expect(singular(plural)).toBe(one),
  );
});

test("words that don't change the concept", () => {
  expect(withoutQualifiers("severe chronic left knee pain")).toBe("knee pain");
  expect(withoutForm("zofran odt")).toBe("zofran");
  expect(withoutForm("permethrin 5 cream")).toBe("permethrin");
  expect(withoutForm("vitamin b12")).toBe("vitamin b12");
  expect(withoutSalt("rosuvastatin calcium")).toBe("rosuvastatin");
});
