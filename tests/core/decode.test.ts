import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { decodeChunk, type ChunkLayout, type ChunkMention } from "../../src/core/decode.ts";
import { TAGS } from "../../src/core/manifest.ts";
import { ASSERTIONS, ENTITY_TYPES, type EntityType } from "../../src/core/types.ts";
import { ADJACENCY_COST, bestTags } from "../../src/core/viterbi.ts";
import { law } from "./laws.ts";

const layoutOf = (word: readonly number[], core: readonly [number, number]): ChunkLayout => ({
  word: Int32Array.from(word),
  words: Math.max(-1, ...word) + 1,
  coreFirst: core[0],
  coreEnd: core[1],
});

type Tag = (typeof TAGS)[number];
const tagRow = (logits: Partial<Record<Tag, number>>): number[] => TAGS.map((tag) => logits[tag] ?? 0);
const assertionRow = (logits: Partial<Record<(typeof ASSERTIONS)[number], number>>): number[] => ASSERTIONS.map((name) => logits[name] ?? 0);

function decode(tagRows: readonly number[][], options: { assertionRows?: readonly number[][]; word?: readonly number[]; core?: readonly [number, number]; temperature?: number; types?: readonly EntityType[] } = {}): ChunkMention[] {
  const { assertionRows = tagRows.map(() => assertionRow({})), word = tagRows.map((_, i) => i), core = [0, tagRows.length], temperature = 1, types = ENTITY_TYPES } = options;
  const output = { tagLogits: Float32Array.from(tagRows.flat()), assertionLogits: Float32Array.from(assertionRows.flat()) };
  return decodeChunk(output, layoutOf(word, core), { tagTemperature: temperature, types });
}
const tagged = (...tags: Tag[]): number[][] => tags.map((tag) => tagRow({ [tag]: 8 }));
const spansOf = (mentions: readonly ChunkMention[]): string => mentions.map(({ firstWord, endWord, type }) => `${firstWord}–${endWord} ${type}`).join(", ");

describe("spans", () => {
  it.each([
    [tagged("O", "B-medication", "O"), "1–2 medication"],
    [tagged("B-disease", "I-disease", "I-disease"), "0–3 disease"],
    [tagged("B-medication", "B-medication"), "0–1 medication, 1–2 medication"],
    [tagged("B-medication", "B-disease", "I-disease"), "0–1 medication, 1–3 disease"],
    [tagged("O", "O"), ""],
    [[], ""],
  ])("case %#", (rows, expected) => {
    expect(spansOf(decode(rows))).toBe(expected);
  });

  it("an I without its B is made valid by the whole sequence", () => {
    expect(spansOf(decode([tagRow({ "I-disease": 8, O: 3 }), tagRow({ O: 8 })]))).toBe("");
    expect(spansOf(decode([tagRow({ O: 5, "B-disease": 4 }), tagRow({ "I-disease": 8 })]))).toBe("0–2 disease");
  });

  it("a word's logits are the mean of its pieces'; frame and break tokens don't count", () => {
    const rows = [tagRow({ "B-disease": 99 }), tagRow({ "B-medication": 6 }), tagRow({ O: 4 }), tagRow({ "B-disease": 99 }), tagRow({ O: 4 })];
    expect(spansOf(decode(rows, { word: [-1, 0, 0, -1, 1] }))).toBe("0–1 medication");
  });

  it("reports what touches the core", () => {
    const rows = tagged("B-disease", "B-disease", "I-disease", "O", "B-disease", "I-disease", "B-disease");
    expect(spansOf(decode(rows, { core: [2, 5] }))).toBe("1–3 disease, 4–6 disease");
  });

  it("logits of another size are a bug with its numbers", () => {
    expect(() => decode(tagged("O", "O"), { word: [0] })).toThrow("14 logits for 1 tokens of 7");
  });
});

describe("assertion", () => {
  const rows = (type: "medication" | "disease"): number[][] => tagged(`B-${type}`, `I-${type}`);
  it("is the best of the words' mean", () => {
    const assertionRows = [assertionRow({ absent: 3 }), assertionRow({ absent: 1, past: 3.5 })];
    expect(decode(rows("disease"), { assertionRows })[0]?.assertion).toBe("absent");
  });
  it("is allergy for medications only", () => {
    const assertionRows = [assertionRow({ allergy: 5, absent: 1 }), assertionRow({ allergy: 5, absent: 1 })];
    expect(decode(rows("medication"), { assertionRows })[0]?.assertion).toBe("allergy");
    expect(decode(rows("disease"), { assertionRows })[0]?.assertion).toBe("absent");
  });
});

describe("score", () => {
  const p = (logit: number, temperature = 1): number => Math.exp(logit / temperature) / (Math.exp(logit / temperature) + TAGS.length - 1);
  it("is the product of the words' probabilities and of the end", () => {
    const rows = tagged("B-disease", "I-disease", "O");
    const stop = 1 - 1 / (Math.exp(8) + TAGS.length - 1);
    expect(decode(rows)[0]?.score).toBeCloseTo(p(8) * p(8) * stop, 10);
    expect(decode(rows.slice(0, 2))[0]?.score).toBeCloseTo(p(8) * p(8), 10);
    expect(decode(rows.slice(0, 2), { temperature: 2 })[0]?.score).toBeCloseTo(p(8, 2) ** 2, 10);
  });
});

it("finds no type that the guideline does not label, and takes the next best one instead", () => {
  const rows = [tagRow({ "B-symptom": 9, "B-disease": 5 }), tagRow({ "I-symptom": 9, "I-disease": 5 })];
  expect(spansOf(decode(rows))).toBe("0–2 symptom");
  const [mention] = decode(rows, { types: ["medication", "disease"] });
  expect(mention).toMatchObject({ firstWord: 0, endWord: 2, type: "disease" });
  expect(mention?.score).toBeCloseTo((Math.exp(5) / (Math.exp(5) + 4)) ** 2, 10);
});

describe("laws", () => {
  it("no tag sequence is invalid, none valid is better", () => {
    const logit = fc.integer({ min: -8, max: 8 });
    const matrix = fc.array(fc.array(logit, { minLength: TAGS.length, maxLength: TAGS.length }), { minLength: 1, maxLength: 4 });
    const valid = (tags: readonly number[]): boolean => tags.every((tag, i) => tag === 0 || tag % 2 === 1 || tags[i - 1] === tag || tags[i - 1] === tag - 1);
    const cost = (before: number | undefined, tag: number): number => (tag % 2 === 1 && (before === tag || before === tag + 1) ? ADJACENCY_COST : 0);
    const sum = (rows: readonly number[][], tags: readonly number[]): number => tags.reduce((total, tag, i) => total + (rows[i]?.[tag] ?? NaN) - cost(tags[i - 1], tag), 0);
    const every = (words: number): number[][] => (words === 0 ? [[]] : every(words - 1).flatMap((tags) => TAGS.map((_, tag) => [...tags, tag])));
    law(
      fc.property(matrix, (rows) => {
        const tags = [...bestTags(Float64Array.from(rows.flat()))];
        expect(valid(tags)).toBe(true);
        expect(sum(rows, tags)).toBe(Math.max(...every(rows.length).filter(valid).map((other) => sum(rows, other))));
      }),
      30,
    );
  });

  it("scores are probabilities, whatever the logits", () => {
    const row = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: TAGS.length, maxLength: TAGS.length });
    law(
      fc.property(fc.array(row, { maxLength: 20 }), fc.double({ min: 0.1, max: 10, noNaN: true }), (rows, temperature) => {
        for (const { score } of decode(rows, { temperature })) expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });
});

describe("golden spans of Python", () => {
  const matrix = v.array(v.array(v.number()));
  const schema = v.array(v.object({ types: v.array(v.picklist(ENTITY_TYPES)), tagLogits: matrix, assertionLogits: matrix, spans: v.array(v.tuple([v.number(), v.number(), v.string(), v.string()])) }));
  const golden = v.parse(schema, JSON.parse(readFileSync(new URL("../golden/spans.json", import.meta.url), "utf8")));
  it.each(golden.map((record, i) => [i, record] as const))("logits %i", (_, { types, tagLogits, assertionLogits, spans }) => {
    const mentions = decode(tagLogits, { assertionRows: assertionLogits, types });
    expect(mentions.map(({ firstWord, endWord, type, assertion }) => [2 * firstWord, 2 * endWord - 1, type, assertion])).toEqual(spans);
  });
});
