import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSERTIONS, ENTITY_TYPES } from "../../src/core/types.ts";
import { combinations, vote, type VotedSpan } from "../../src/teacher/vote.ts";

const span = (start: number, end: number, assertion: VotedSpan["assertion"] = "present", type: VotedSpan["type"] = "disease"): VotedSpan => ({ start, end, type, assertion });
const places = (spans: readonly VotedSpan[]): string => spans.map(({ start, end, assertion }) => `${start}-${end} ${assertion}`).join(", ");
const three = [[span(0, 4), span(10, 14)], [span(0, 4, "absent"), span(20, 24)], [span(0, 4, "absent"), span(10, 14, "past")]];

describe("vote", () => {
  it("union, intersection, majority", () => {
    expect(places(vote(three, { kind: "union" }))).toBe("0-4 absent, 10-14 present, 20-24 present");
    expect(places(vote(three, { kind: "intersection" }))).toBe("0-4 absent");
    expect(places(vote(three, { kind: "majority" }))).toBe("0-4 absent, 10-14 present");
  });

  it("weighs labelers by type", () => {
    const weight = (disease: number) => ({ medication: 0, disease, symptom: 0 });
    expect(places(vote(three, { kind: "weighted", weights: [weight(1), weight(3), weight(1)] }))).toBe("0-4 absent, 20-24 present");
    expect(vote(three, { kind: "weighted", weights: [] })).toEqual([]);
  });

  it("settles ties by rank, and overlaps by support, length, place", () => {
    expect(places(vote([[span(0, 4, "past")], [span(0, 4, "absent")]], { kind: "union" }))).toBe("0-4 past");
    expect(places(vote([[span(0, 9)], [span(5, 9)], [span(5, 9)]], { kind: "union" }))).toBe("5-9 present");
    expect(places(vote([[span(0, 9)], [span(5, 9)]], { kind: "union" }))).toBe("0-9 present");
    expect(vote([[span(0, 4, "present", "symptom")], [span(0, 4, "present", "disease")]], { kind: "union" })[0]?.type).toBe("disease");
  });

  it("has 31 combinations of five", () => {
    expect(combinations(5).length).toBe(31);
    expect(combinations(2)).toEqual([[0], [1], [0, 1]]);
    expect(new Set(combinations(5).map(String)).size).toBe(31);
  });

  const spanOf = fc.record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 6 }), type: fc.constantFrom(...ENTITY_TYPES), assertion: fc.constantFrom(...ASSERTIONS) }).map(({ start, length, type, assertion }) => ({ start, end: start + length, type, assertion }));
  it("law: disjoint, in order, from the labelers; the same for the same; alone it is itself", () => {
    fc.assert(
      fc.property(fc.array(fc.array(spanOf, { maxLength: 8 }), { minLength: 1, maxLength: 5 }), (annotations) => {
        const all = new Set(annotations.flat().map(({ start, end, type }) => `${start} ${end} ${type}`));
        for (const kind of ["union", "intersection", "majority"] as const) {
          const elected = vote(annotations, { kind });
          elected.forEach(({ start, end, type }, i) => {
            expect(all.has(`${start} ${end} ${type}`)).toBe(true);
            expect(start).toBeGreaterThanOrEqual(elected[i - 1]?.end ?? 0);
          });
          expect(vote(annotations, { kind })).toEqual(elected);
        }
        const [first = []] = annotations;
        const alone = vote([first], { kind: "union" });
        expect(vote([alone], { kind: "intersection" })).toEqual(alone);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
