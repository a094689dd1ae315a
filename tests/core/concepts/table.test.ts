import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conceptOfRef, tierScoreOfRef } from "../../../src/core/concepts/concept-table.ts";
import { decodeTable } from "../../../src/core/concepts/decode-table.ts";
import { encodeTable } from "../../../src/core/concepts/encode-table.ts";
import { Failure } from "../../../src/core/failure.ts";
import { smallSource } from "./small-table.ts";

const text = encodeTable(smallSource("problems", "ICD-10-CM", { I10: ["Hypertension", "high blood pressure"], J45: ["Asthma", "~wheezy bronchitis"] }));

test("a table is lines that a person can read, each name without the letters it shares with the one above", () => {
  const small = encodeTable(smallSource("problems", "S", { a: ["Pain"], b: ["Painful arc"] }));
  expect(small).toBe("chartlight-concepts 1 problems 2 2\nS\ta\tPain\n\tb\tPainful arc\n0pain\t0\t0\n4ful arc\t0\t1\n");
});

test("what was written is read", () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}( [a-z0-9]{1,8}){0,3}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 30, maxLength: 30 }), (names, picks) => {
      const concepts = ["v", "w", "x", "y", "z"].map((code) => ({ system: "S", code, name: code.toUpperCase() }));
      const rows = [...names].sort().map((name, i) => ({ name, concept: picks[i] ?? 0, tier: (i % 3) as 0 | 1 | 2 }));
      const table = decodeTable(encodeTable({ group: "problems", concepts, names: rows }));
      expect(table.concepts).toEqual(concepts);
      expect(table.byName.size).toBe(names.length);
      for (const { name, concept } of rows) expect(conceptOfRef(table.byName.get(name) ?? -1)).toBe(concept);
    }),
    { numRuns: 100 },
  );
});

test("the tier lowers the score", () => {
  const table = decodeTable(text);
  expect(tierScoreOfRef(table.byName.get("asthma") ?? 0)).toBe(1);
  expect(tierScoreOfRef(table.byName.get("wheezy bronchitis") ?? 0)).toBeLessThan(0.9);
});

describe("malformed tables end in a failure that names the line, not its content", () => {
  const lines = text.split("\n");
  const changed = (i: number, line: string): string => lines.map((old, at) => (at === i ? line : old)).join("\n");
  test.each([
    ["empty", "", 1],
    ["another file", "<!doctype html>\n", 1],
    ["a later format", changed(0, "chartlight-concepts 2 problems 2 4"), 1],
    ["another group", changed(0, "chartlight-concepts 1 secrets 2 4"), 1],
    ["cut short", lines.slice(0, 4).join("\n"), 4],
    ["no system", changed(1, "\tI10\tHypertension"), 2],
    ["no code", changed(2, "\t\tSECRET"), 3],
    ["more letters kept than there are", changed(3, "5secret\t0\t0"), 4],
    ["a concept that is not there", changed(3, "0asthma\t0\tz"), 4],
    ["a tier that is not there", changed(3, "0asthma\t7\t1"), 4],
    ["names out of order", changed(4, "0aaa\t0\t0"), 5],
  ])("%s", (_, malformed, line) => {
    try {
      decodeTable(malformed);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      expect(error).toMatchObject({ code: "concepts-malformed" });
      expect(String(error)).toContain(`line ${line}`);
      expect(String(error)).not.toMatch(/secret/i);
    }
  });

  test("any text at all: a table or that failure", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string().map((tail) => text + tail), fc.nat(text.length).map((end) => text.slice(0, end))), (given) => {
        try {
          decodeTable(given);
        } catch (error) {
          expect(error).toMatchObject({ code: "concepts-malformed" });
        }
      }),
    );
  });
});
