import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countKinds, pairMentions, type Comparison } from "../../../src/core/compare/pair.ts";
import { scoreNotes } from "../../../src/core/metrics.ts";
import { ENTITY_TYPES, type Mention } from "../../../src/core/types.ts";
import { law } from "../laws.ts";
import { readMarked } from "../marked.ts";
import { sides } from "./annotations.ts";

function kinds(left: string, right: string): string[] {
  const [a, b] = [readMarked(left), readMarked(right)];
  expect(a.text).toBe(b.text);
  const quote = (mention: Mention | undefined): string => (mention === undefined ? "-" : a.text.slice(mention.start, mention.end));
  return pairMentions(a.mentions, b.mentions).map(({ kind, left: l, right: r }) => `${kind}: ${quote(l)} | ${quote(r)}`);
}

describe("pairs", () => {
  it("of every kind, in the note's order", () => {
    expect(
      kinds(
        "[M aspirin] for [D acute chest pain] and [S cough], no [D/absent PE], [M heparin], [D HTN]",
        "[M aspirin] for acute [D chest pain] and [D cough], no [D PE], heparin, [D HTN]",
      ),
    ).toEqual(["agreed: aspirin | aspirin", "boundary: acute chest pain | chest pain", "type: cough | cough", "assertion: PE | PE", "only-left: heparin | -", "agreed: HTN | HTN"]);
    expect(kinds("aaa", "[D aaa]")).toEqual(["only-right: - | aaa"]);
  });

  it("a shared type counts before what comes first", () => {
    expect(kinds("[D back pain with fever]", "[S back pain] with [D fever]")).toEqual(["boundary: back pain with fever | fever", "only-right: - | back pain"]);
    expect(kinds("[D back pain with fever]", "[S back pain] with [S fever]")).toEqual(["type: back pain with fever | back pain", "only-right: - | fever"]);
  });

  it("of several partners the first counts", () => {
    expect(kinds("[D aaa bbb ccc]", "[D aaa] bbb [D ccc]")).toEqual(["boundary: aaa bbb ccc | aaa", "only-right: - | ccc"]);
    expect(kinds("[D aaa bbb] [D ccc]", "[D aaa] [D bbb ccc]")).toEqual(["boundary: aaa bbb | aaa", "boundary: ccc | bbb ccc"]);
  });
});

describe("laws", () => {
  it("every mention of both sides exactly once, pairs overlap, in order", () => {
    law(
      fc.property(sides, ([left, right]) => {
        const compared = pairMentions(left, right);
        const byStart = (mentions: readonly (Mention | undefined)[]) => mentions.filter((mention) => mention !== undefined).sort((a, b) => a.start - b.start);
        expect(byStart(compared.map((one) => one.left))).toEqual(left);
        expect(byStart(compared.map((one) => one.right))).toEqual(right);
        let before = 0;
        for (const one of compared) {
          if (one.left && one.right) expect(Math.max(one.left.start, one.right.start)).toBeLessThan(Math.min(one.left.end, one.right.end));
          const start = Math.min(one.left?.start ?? Infinity, one.right?.start ?? Infinity);
          expect(start).toBeGreaterThanOrEqual(before);
          before = start;
        }
      }),
      400,
    );
  });

  it("what is left alone overlaps nothing that is left alone on the other side", () => {
    law(
      fc.property(sides, ([left, right]) => {
        const compared = pairMentions(left, right);
        for (const a of compared) for (const b of compared) if (a.kind === "only-left" && b.kind === "only-right") expect(a.left.start < b.right.end && b.right.start < a.left.end).toBe(false);
      }),
      400,
    );
  });

  it("swapping the sides swaps them and changes nothing else", () => {
    const names = { "only-left": "only-right", "only-right": "only-left", agreed: "agreed", assertion: "assertion", boundary: "boundary", type: "type" };
    const show = ({ kind, left, right }: Comparison<Mention>): string => JSON.stringify([kind, left, right]);
    law(
      fc.property(sides, ([left, right]) => {
        const swapped = pairMentions(right, left).map(({ kind, left: l, right: r }) => JSON.stringify([names[kind], r, l]));
        expect(swapped.sort()).toEqual(pairMentions(left, right).map(show).sort());
      }),
      400,
    );
  });

  it("agree with the metrics on what is a hit", () => {
    law(
      fc.property(sides, ([left, right]) => {
        const counts = countKinds(pairMentions(left, right));
        const scores = scoreNotes([{ gold: left, found: right }], ENTITY_TYPES);
        expect(counts.agreed + counts.assertion).toBe(scores.strict.micro.counts.hits);
        expect(counts.agreed + counts.assertion + counts.boundary).toBe(scores.overlap.micro.counts.hits);
      }),
      400,
    );
  });

  it("with itself everything is agreed", () => {
    law(
      fc.property(sides, ([left]) => {
        expect(countKinds(pairMentions(left, left)).agreed).toBe(left.length);
      }),
    );
  });
});
