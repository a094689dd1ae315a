import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countErrors, ERROR_CLASSES, errorsOf, typeOfError } from "../../src/core/errors-by-class.ts";
import { scoreNotes, type ScoredNote } from "../../src/core/metrics.ts";
import { ASSERTIONS, ENTITY_TYPES } from "../../src/core/types.ts";
import { law } from "./laws.ts";
import { readMarked } from "./marked.ts";

const note = (gold: string, found: string): ScoredNote => ({ gold: readMarked(gold).mentions, found: readMarked(found).mentions });
const kinds = (gold: string, found: string): string[] => errorsOf(note(gold, found)).map((error) => `${error.kind} ${typeOfError(error)}`);

describe("errors are", () => {
  it.each([
    ["[M aspirin]", "[M aspirin]", []],
    ["[M aspirin]", "aspirin", ["missed medication"]],
    ["aspirin", "[M aspirin]", ["spurious medication"]],
    ["[D chest pain]", "chest [D pain]", ["boundary disease"]],
    ["[D chest pain]", "chest [S pain]", ["type disease"]],
    ["[S/absent fever]", "[S fever]", ["assertion symptom"]],
    ["[S/absent chest pain]", "chest [S pain]", ["boundary symptom"]],
    ["[M aspirin] and [S cough]", "aspirin [D and] [S cough]", ["missed medication", "spurious disease"]],
  ])("of %s found as %s", (gold, found, expected) => expect(kinds(gold, found)).toEqual(expected));

  it("none where the gold has no assertion to be wrong about", () => {
    expect(errorsOf({ gold: [{ start: 0, end: 5, type: "symptom" }], found: readMarked("[S/past fever]").mentions })).toEqual([]);
  });
});

it("law: classes and scores tell the same story", () => {
  const spans = fc
    .array(fc.record({ gap: fc.nat(2), length: fc.integer({ min: 1, max: 4 }), type: fc.constantFrom(...ENTITY_TYPES), assertion: fc.constantFrom(...ASSERTIONS) }), { maxLength: 6 })
    .map((steps) => {
      let at = 0;
      return steps.map(({ gap, length, ...rest }) => {
        const start = at + gap;
        at = start + length;
        return { start, end: at, ...rest };
      });
    });
  law(
    fc.property(spans, spans, (gold, found) => {
      const { strict, overlap, assertion } = scoreNotes([{ gold, found }], ENTITY_TYPES);
      const errors = errorsOf({ gold, found });
      const counts = countErrors(errors);
      const of = (kind: (typeof ERROR_CLASSES)[number]): number => ENTITY_TYPES.reduce((sum, type) => sum + counts[kind][type], 0);
      expect(of("missed") + of("type") + of("boundary")).toBe(gold.length - strict.micro.counts.hits);
      expect(of("spurious") + of("type") + of("boundary")).toBe(found.length - strict.micro.counts.hits);
      expect(of("boundary")).toBe(overlap.micro.counts.hits - strict.micro.counts.hits);
      expect(of("assertion")).toBe(assertion === undefined ? 0 : Math.round(assertion.total * (1 - assertion.accuracy)));
      expect(errors.length).toBe(ERROR_CLASSES.reduce((sum, kind) => sum + of(kind), 0));
    }),
    300,
  );
});
