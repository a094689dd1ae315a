import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countNames, guessMapping, guessType, mappedMentions } from "../../../src/core/other-student/label-mapping.ts";
import { labelNames, readScheme } from "../../../src/core/other-student/label-scheme.ts";
import { labelWords, spansOf, type NamedSpan } from "../../../src/core/other-student/label-spans.ts";
import { law } from "../laws.ts";

/** One token a run of letters, digits or a sign: "aspirin/B-Drug ,/O" → spans of the text without the labels. */
function spansOfMarked(marked: string, labels: readonly string[]): { text: string; spans: NamedSpan[] } {
  const scheme = readScheme(labels);
  let text = "";
  const words = marked.split(/([ \n])/).flatMap((part) => {
    if (!part.includes("/")) {
      text += part;
      return [];
    }
    const [word = "", label = ""] = part.split("/");
    const start = text.length;
    text += word;
    const found = scheme[labels.indexOf(label)];
    if (found === undefined) throw new Error(`not a label: ${label}`);
    return [{ token: 0, start, end: text.length, label: found, probability: 0.5 }];
  });
  return { text, spans: spansOf(text, words) };
}

const marked = (given: string, labels: readonly string[]) => {
  const { text, spans } = spansOfMarked(given, labels);
  return spans.map(({ start, end, name }) => `${name}:${text.slice(start, end)}`).join(" | ");
};

describe("label schemes", () => {
  it.each([
    ["BIO", ["O", "B-Drug", "I-Drug", "B-Dx", "I-Dx"], "aspirin/B-Drug heparin/B-Drug and/O back/B-Dx pain/I-Dx", "Drug:aspirin | Drug:heparin | Dx:back pain"],
    ["an inside without a begin begins", ["O", "B-Drug", "I-Drug"], "took/O aspirin/I-Drug daily/O", "Drug:aspirin"],
    ["an inside of another name begins", ["O", "B-A", "I-A", "B-B", "I-B"], "x/B-A y/I-B", "A:x | B:y"],
    ["BIOES", ["O", "B-A", "I-A", "E-A", "S-A"], "x/S-A y/S-A p/B-A q/I-A r/E-A s/I-A", "A:x | A:y | A:p q r | A:s"],
    ["BILOU", ["O", "B-A", "I-A", "L-A", "U-A"], "x/U-A p/B-A q/L-A r/I-A", "A:x | A:p q | A:r"],
    ["the part behind the name", ["O", "Drug_B", "Drug_I"], "a/Drug_B b/Drug_I c/Drug_B", "Drug:a b | Drug:c"],
    ["parts alone", ["O", "B", "I"], "a/B b/I c/B", "mention:a b | mention:c"],
    ["no parts: neighbours are one mention, a line's end parts them", ["O", "DRUG", "DX"], "a/DRUG b/DRUG c/DX\nd/DX", "DRUG:a b | DX:c | DX:d"],
    ["no parts, though a label looks so", ["O", "S_aureus", "DRUG"], "a/S_aureus b/S_aureus c/DRUG", "S_aureus:a b | DRUG:c"],
    ["no label outside", ["LABEL_0", "LABEL_1"], "a/LABEL_0 b/LABEL_1", "LABEL_0:a | LABEL_1:b"],
  ])("%s", (_, labels, given, expected) => {
    expect(marked(given, labels)).toBe(expected);
  });

  it("names each kind once", () => {
    expect(labelNames(readScheme(["O", "B-Drug", "I-Drug", "B-Dx"]))).toEqual(["Drug", "Dx"]);
  });

  it("gives spans in order and disjoint, made of whole words, whatever the labels", () => {
    const labels = ["O", "B-A", "I-A", "E-A", "S-A", "B-B", "I-B"];
    const scheme = readScheme(labels);
    law(
      fc.property(fc.array(fc.nat(labels.length - 1), { maxLength: 60 }), (chosen) => {
        const text = "w ".repeat(chosen.length);
        const words = chosen.map((label, i) => ({ token: i, start: 2 * i, end: 2 * i + 1, label: scheme[label] ?? { name: "", part: "outside" as const }, probability: 0.25 }));
        const spans = spansOf(text, words);
        const inside = words.filter(({ label }) => label.part !== "outside");
        expect(inside.every(({ start, label }) => spans.filter((span) => span.start <= start && start < span.end && span.name === label.name).length === 1)).toBe(true);
        spans.forEach(({ start, end, score }, i) => {
          expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(score).toBe(0.25);
        });
      }),
    );
  });
});

describe("words", () => {
  const words = (text: string, pieces: readonly string[]) => {
    let at = 0;
    const spans = pieces.map((piece) => {
      const start = text.indexOf(piece, at);
      at = start + piece.length;
      return { start, end: at };
    });
    return labelWords(text, spans).map(({ token, start, end }) => `${token}:${text.slice(start, end)}`);
  };

  it("are runs of letters and digits, and every other sign alone; the first token speaks for its word", () => {
    expect(words("Co-codamol 500mg, b.d.", ["Co", "-", "coda", "mol", "500", "mg", ",", "b", ".", "d", "."])).toEqual(["0:Co", "1:-", "2:codamol", "4:500mg", "6:,", "7:b", "8:.", "9:d", "10:."]);
  });

  it("keep the tokens of one astral character together", () => {
    expect(labelWords("𝛼b", [{ start: 0, end: 2 }, { start: 0, end: 2 }, { start: 2, end: 3 }])).toEqual([{ token: 0, start: 0, end: 3 }]);
  });

  it("pass over tokens without a place", () => {
    expect(labelWords("a b", [undefined, { start: 0, end: 1 }, undefined, { start: 2, end: 3 }])).toEqual([{ token: 1, start: 0, end: 1 }, { token: 3, start: 2, end: 3 }]);
  });
});

describe("mapping", () => {
  it.each([
    ["medication", ["Medication", "DRUG", "Drug", "Chemical", "CHEM", "MEDICATION_NAME", "DrugName", "treatment"]],
    ["disease", ["Disease", "Disease_disorder", "DISO", "PROBLEM", "Diagnosis", "DISEASE_OR_SYMPTOM", "Medical condition"]],
    ["symptom", ["Sign_symptom", "SYMPTOM", "SignOrSymptom", "Finding"]],
    [undefined, ["Dosage", "Drug_dose", "Diagnostic_procedure", "Lab_value", "LABEL_1", "mention", "Age", "ADE", "Family_history", "", "__proto__"]],
  ] as const)("guesses %s", (type, names) => {
    for (const name of names) expect(guessType(name), name).toBe(type);
  });

  it("leaves out what is not mapped, and claims no assertion", () => {
    const spans = [
      { start: 0, end: 3, name: "Drug", score: 0.9 },
      { start: 4, end: 6, name: "Dose", score: 0.8 },
      { start: 7, end: 9, name: "constructor", score: 0.8 },
    ];
    expect(mappedMentions(spans, guessMapping(["Drug", "Dose", "constructor"]))).toEqual([{ start: 0, end: 3, type: "medication", assertion: "present", score: 0.9, unasserted: true }]);
    expect(countNames(spans).get("Drug")).toBe(1);
  });
});
