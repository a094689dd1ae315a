import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, goldOf, openKnots, startAdjudication, type Adjudication, type AdjudicationChoice } from "../../../src/core/compare/adjudicate.ts";
import { noteOffset, type Mention } from "../../../src/core/types.ts";
import { law } from "../laws.ts";
import { readMarked, writeMarked } from "../marked.ts";
import { sides } from "./annotations.ts";

const text = "aspirin for chronic back pain, no PE, heparin";
const left = readMarked("[M aspirin] for [D chronic back pain], no [D/absent PE], heparin").mentions;
const right = readMarked("[M aspirin] for [D chronic] [S back pain], no [D PE], [M heparin]").mentions;
const start = startAdjudication(left, right);
const gold = (state: Adjudication<Mention>): string => writeMarked(text, goldOf(state));
const apply = (...choices: [number, AdjudicationChoice<Mention> | undefined][]) => choices.reduce((state, [knot, choice]) => decide(state, knot, choice), start);

describe("adjudication", () => {
  it("takes what is agreed and asks for the rest", () => {
    expect(gold(start)).toBe("[M aspirin] for chronic back pain, no PE, heparin");
    expect(openKnots(start)).toEqual([1, 2, 3]);
  });

  it("decides a knot as one", () => {
    expect(gold(apply([1, { kind: "right" }], [2, { kind: "left" }], [3, { kind: "right" }]))).toBe("[M aspirin] for [D chronic] [S back pain], no [D/absent PE], [M heparin]");
    expect(gold(apply([1, { kind: "left" }], [3, { kind: "left" }]))).toBe("[M aspirin] for [D chronic back pain], no PE, heparin");
    expect(openKnots(apply([1, { kind: "left" }], [3, { kind: "neither" }]))).toEqual([2]);
  });

  it("takes an edited mention, and back", () => {
    const edited = readMarked("aspirin for chronic [S back pain]").mentions;
    const state = apply([1, { kind: "edited", mentions: edited }]);
    expect(gold(state)).toBe("[M aspirin] for chronic [S back pain], no PE, heparin");
    expect(decide(state, 1, undefined)).toEqual(start);
  });

  it("the later choice stands where an edited mention runs into another", () => {
    const wide = readMarked("[D aspirin for chronic back pain, no PE], heparin").mentions;
    const state = apply([2, { kind: "left" }], [1, { kind: "edited", mentions: wide }]);
    expect(gold(state)).toBe("[D aspirin for chronic back pain, no PE], heparin");
    expect(openKnots(state)).toEqual([2, 3]);
    expect(gold(decide(state, 0, undefined))).toBe("[M aspirin] for chronic back pain, no PE, heparin");
  });

  it("refuses what is no choice", () => {
    expect(() => decide(start, 9, { kind: "left" })).toThrow(RangeError);
    const [a, b] = readMarked("[D aaa] [D bbb]").mentions as [Mention, Mention];
    expect(() => decide(start, 0, { kind: "edited", mentions: [b, a] })).toThrow(RangeError);
    expect(() => decide(start, 0, { kind: "edited", mentions: [{ ...a, end: noteOffset(0) }] })).toThrow(RangeError);
  });

  it("law: gold is in order and disjoint whatever is chosen; all left is left, all right is right", () => {
    const choice = fc.oneof(
      fc.constantFrom<AdjudicationChoice<Mention>>({ kind: "left" }, { kind: "right" }, { kind: "neither" }),
      sides.map(([mentions]): AdjudicationChoice<Mention> => ({ kind: "edited", mentions: mentions.slice(2, 4) })),
    );
    law(
      fc.property(sides, fc.array(fc.tuple(fc.nat(20), choice), { maxLength: 10 }), ([a, b], choices) => {
        const begun = startAdjudication(a, b);
        const before = JSON.stringify(begun);
        const all = (kind: "left" | "right") => begun.knots.reduce((state, _, i) => decide(state, i, { kind }), begun);
        expect(goldOf(all("left"))).toEqual(a);
        expect(goldOf(all("right"))).toEqual(b);
        expect(openKnots(all("left"))).toEqual([]);
        let state = begun;
        for (const [at, one] of choices) {
          if (at >= begun.knots.length) continue;
          state = decide(state, at, one);
          let end = 0;
          for (const mention of goldOf(state)) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            end = mention.end;
          }
        }
        expect(JSON.stringify(begun)).toBe(before);
      }),
      300,
    );
  });
});
