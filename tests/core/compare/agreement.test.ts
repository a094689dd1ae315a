import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOf, pairwiseAgreement } from "../../../src/core/compare/agreement.ts";
import { createKappaTable } from "../../../src/core/compare/kappa.ts";
import { noteWords } from "../../../src/core/compare/note-words.ts";
import { law } from "../laws.ts";
import { readMarked } from "../marked.ts";
import { sides } from "./annotations.ts";

const pair = (left: string, right: string) => ({ text: readMarked(left).text, left: readMarked(left).mentions, right: readMarked(right).mentions });

describe("kappa", () => {
  it("is that of Cohen's definition", () => {
    const table = createKappaTable<string>();
    const add = (left: string, right: string, times: number) => Array.from({ length: times }, () => table.add(left, right));
    add("yes", "yes", 20);
    add("yes", "no", 5);
    add("no", "yes", 10);
    add("no", "no", 15);
    const { observed, expected, kappa } = table.kappa();
    expect([observed, expected]).toEqual([0.7, 0.5]);
    expect(kappa).toBeCloseTo(0.4);
  });
  it("is undefined for nothing, and where chance can't miss", () => {
    const table = createKappaTable<string>();
    expect(table.kappa()).toEqual({ total: 0, observed: undefined, expected: undefined, kappa: undefined });
    table.add("none", "none");
    expect(table.kappa()).toEqual({ total: 1, observed: 1, expected: 1, kappa: undefined });
    table.add("none", "disease");
    expect(table.kappa().kappa).toBe(0);
  });
});

describe("words", () => {
  it("are runs of letters and digits, and single other characters", () => {
    const text = "BP 120/80, naïve 🫀pain.\n";
    expect([...noteWords(text)].map(({ start, end }) => text.slice(start, end))).toEqual(["BP", "120", "/", "80", ",", "naïve", "🫀", "pain", "."]);
  });
});

describe("agreement", () => {
  it("counts words per type and over all", () => {
    const { words, kinds } = agreementOf([pair("[D acute chest pain] today", "acute [D chest pain] [S today]")]);
    expect(kinds).toMatchObject({ boundary: 1, "only-right": 1 });
    expect(words.disease).toMatchObject({ total: 4, observed: 0.75 });
    expect(words.disease.kappa).toBeCloseTo((0.75 - 0.5) / 0.5);
    expect(words.symptom).toMatchObject({ observed: 0.75, expected: 0.75, kappa: 0 });
    expect(words.medication).toMatchObject({ observed: 1, kappa: undefined });
    expect(words.all).toMatchObject({ total: 4, observed: 0.5 });
  });

  it("compares assertions where span and type agree", () => {
    const { assertion } = agreementOf([pair("no [D/absent PE], [D HTN], [S cough]", "no [D/absent PE], [D/past HTN], [D cough]"), pair("[S rash]", "[S rash]")]);
    expect(assertion).toMatchObject({ total: 3, observed: 2 / 3 });
    expect(agreementOf([]).assertion.kappa).toBeUndefined();
  });

  it("law: swapping the sides swaps precision and recall and leaves the rest", () => {
    const text = "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z";
    law(
      fc.property(sides, ([left, right]) => {
        const [one, other] = [agreementOf([{ text, left, right }]), agreementOf([{ text, left: right, right: left }])];
        expect(one.words).toEqual(other.words);
        expect(one.assertion).toEqual(other.assertion);
        expect(one.spans.strict.micro.rates).toEqual({ ...other.spans.strict.micro.rates, precision: other.spans.strict.micro.rates.recall, recall: other.spans.strict.micro.rates.precision });
        for (const { kappa } of Object.values(agreementOf([{ text, left, right: left }]).words)) expect(kappa ?? 1).toBe(1);
      }),
    );
  });

  it("of many is each two, once", () => {
    const [a, b, c] = [readMarked("[D PE]"), readMarked("[D PE]"), readMarked("PE")];
    const table = pairwiseAgreement([{ text: a.text, annotations: [a.mentions, b.mentions, c.mentions] }]);
    expect(table.map(({ left, right, agreement }) => [left, right, agreement.spans.strict.micro.rates.f1])).toEqual([[0, 1, 1], [0, 2, 0], [1, 2, 0]]);
    expect(pairwiseAgreement([])).toEqual([]);
    expect(() => pairwiseAgreement([{ text: "", annotations: [[]] }, { text: "", annotations: [[], []] }])).toThrow(RangeError);
  });
});
