import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/core/bootstrap.ts";
import { rates, scoreNotes, type ScoredNote } from "../../src/core/metrics.ts";
import { ENTITY_TYPES } from "../../src/core/types.ts";
import { law } from "./laws.ts";
import { readMarked } from "./marked.ts";

const note = (gold: string, found: string): ScoredNote => ({ gold: readMarked(gold).mentions, found: readMarked(found).mentions });

describe("strict and overlapping", () => {
  const notes = [
    note("[M aspirin] for [D acute chest pain] and [S cough]", "[M aspirin] for acute [D chest pain] and [D cough]"),
    note("no [D/absent HTN]", "no [D/absent HTN]"),
  ];
  const scores = scoreNotes(notes, ENTITY_TYPES);

  it("count hits per type", () => {
    expect(scores.strict.medication?.counts).toEqual({ hits: 1, found: 1, gold: 1 });
    expect(scores.strict.disease?.counts).toEqual({ hits: 1, found: 3, gold: 2 });
    expect(scores.overlap.disease?.counts).toEqual({ hits: 2, found: 3, gold: 2 });
    expect(scores.overlap.symptom?.rates).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(scores.strict.micro.rates.f1).toBeCloseTo((2 * 2) / (4 + 4));
  });

  it("leave out types that the gold does not label", () => {
    const { strict } = scoreNotes(notes, ["medication"]);
    expect(strict).toEqual({ medication: strict.micro, micro: { counts: { hits: 1, found: 1, gold: 1 }, rates: { precision: 1, recall: 1, f1: 1 } } });
  });

  it("pair one to one", () => {
    const { overlap } = scoreNotes([note("[D aaa bbb ccc]", "[D aaa] bbb [D ccc]"), note("[D aaa bbb] [D ccc]", "[D aaa] [D bbb ccc]")], ["disease"]);
    expect(overlap.disease?.counts).toEqual({ hits: 3, found: 4, gold: 3 });
  });
});

describe("assertion", () => {
  it("is compared on strict hits whose gold has one", () => {
    const bare = { gold: [{ start: 0, end: 3, type: "disease" as const }], found: readMarked("[D/past aaa]").mentions };
    const { assertion } = scoreNotes([note("[D/absent aaa] [D bbb] [D ccc]", "[D/absent aaa] [D/past bbb] [S ccc]"), bare], ENTITY_TYPES);
    expect(assertion).toMatchObject({ accuracy: 0.5, total: 2, confusion: { absent: { absent: 1 }, present: { past: 1, present: 0 } } });
  });
  it("is undefined where there is nothing to compare", () => {
    expect(scoreNotes([note("[D aaa]", "aaa")], ENTITY_TYPES).assertion).toBeUndefined();
    expect(scoreNotes([], ENTITY_TYPES).strict.micro.rates).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe("laws", () => {
  it("strict hits are overlapping hits, and overlapping pairs are the most there can be", () => {
    const spans = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })), { maxLength: 5 }).map((steps) => {
      let at = 0;
      return steps.map(([gap, length]) => {
        const start = at + gap;
        at = start + length;
        return { start, end: at, type: "disease" as const };
      });
    });
    type Spans = readonly { start: number; end: number }[];
    const most = (gold: Spans, found: Spans): number => {
      const [first, ...rest] = gold;
      if (first === undefined) return 0;
      const with_ = found.flatMap((span, i) => (span.start < first.end && first.start < span.end ? [1 + most(rest, found.toSpliced(i, 1))] : []));
      return Math.max(most(rest, found), ...with_);
    };
    law(
      fc.property(spans, spans, (gold, found) => {
        const { strict, overlap } = scoreNotes([{ gold, found }], ["disease"]);
        expect(strict.micro.counts.hits).toBeLessThanOrEqual(overlap.micro.counts.hits);
        expect(overlap.micro.counts.hits).toBe(most(gold, found));
      }),
      200,
    );
  });
});

describe("bootstrap", () => {
  const hits = Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? 0 : 1));
  const mean = (drawn: readonly number[]): number => drawn.reduce((a, b) => a + b, 0) / drawn.length;
  it("is the same for the same seed, and near the normal interval", () => {
    const interval = bootstrapInterval(hits, mean, { seed: 1, samples: 2000 });
    expect(interval).toEqual(bootstrapInterval(hits, mean, { seed: 1, samples: 2000 }));
    expect(interval).not.toEqual(bootstrapInterval(hits, mean, { seed: 2, samples: 2000 }));
    const half = 1.96 * Math.sqrt((0.75 * 0.25) / 200);
    expect(interval.low).toBeCloseTo(0.75 - half, 1);
    expect(interval.high).toBeCloseTo(0.75 + half, 1);
  });
  it("of no samples is a bug", () => {
    expect(() => bootstrapInterval(hits, mean, { seed: 1, samples: 0 })).toThrow(RangeError);
  });
  it("rates of nothing are 0", () => {
    expect(rates({ hits: 0, found: 0, gold: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
