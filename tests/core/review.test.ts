import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEdit } from "../../src/core/edit.ts";
import {
  accept,
  acceptAll,
  applyChange,
  applyCorrections,
  change,
  correctionChange,
  mapCorrections,
  reject,
  rejectAll,
  samePlace,
  withdraw,
  withRejected,
  type Correction,
  type Decision,
} from "../../src/core/review.ts";
import { ASSERTIONS, ENTITY_TYPES, noteOffset, type Mention } from "../../src/core/types.ts";
import { applyEdit, edits, law, noteText } from "./laws.ts";
import { readMarked, writeMarked } from "./marked.ts";

const byStudent: Decision = { origin: "student", atMs: 1 };
const byHand: Decision = { origin: "reviewer", atMs: 2 };

const reviewed = (marked: string, review: (found: Mention[]) => readonly Correction[]): string => {
  const { text, mentions } = readMarked(marked);
  return writeMarked(text, applyCorrections(mentions, review(mentions)));
};
const at = (mentions: readonly Mention[], index: number): Mention => {
  const mention = mentions[index];
  if (mention === undefined) throw new RangeError(`no mention ${index} of ${mentions.length}`);
  return mention;
};

describe("corrections over what was found", () => {
  const note = "[M aspirin] for [S pain] and [D HTN]";

  it("none change nothing", () => expect(reviewed(note, () => [])).toBe(note));

  it("a rejected mention is none, its neighbours stay", () => {
    expect(reviewed(note, (found) => reject([], at(found, 1), byStudent))).toBe("[M aspirin] for pain and [D HTN]");
  });

  it("an accepted one counts as it was accepted", () => {
    const { mentions } = readMarked(note);
    const [first] = applyCorrections(mentions, accept([], at(mentions, 0), byStudent));
    expect(first).toMatchObject({ verdict: "accepted", origin: "student", type: "medication" });
  });

  it("a changed type, assertion or end takes the place of what was found", () => {
    expect(reviewed(note, (found) => change([], at(found, 1), { ...at(found, 1), type: "disease" }, byStudent))).toBe("[M aspirin] for [D pain] and [D HTN]");
    expect(reviewed(note, (found) => change([], at(found, 2), { ...at(found, 2), assertion: "past" }, byStudent))).toBe("[M aspirin] for [S pain] and [D/past HTN]");
    expect(reviewed(note, (found) => change([], at(found, 0), { ...at(found, 0), end: noteOffset(16) }, byStudent))).toBe("[M aspirin for pain] and [D HTN]");
  });

  it("what was found at the old place of a change does not come back when the changed one is rejected", () => {
    expect(
      reviewed(note, (found) => {
        const pain = at(found, 1);
        const disease = { ...pain, type: "disease" } as const;
        return reject(change([], pain, disease, byStudent), disease, byHand);
      }),
    ).toBe("[M aspirin] for pain and [D HTN]");
  });

  it("a mention added by hand and rejected is gone without a trace", () => {
    const { mentions } = readMarked("[M aspirin] for pain");
    const added: Mention = { ...at(mentions, 0), start: noteOffset(12), end: noteOffset(16), type: "symptom" };
    expect(reject(accept([], added, byHand), added, byHand)).toEqual([]);
  });

  it("the rejected ones can be drawn where no other mention stands", () => {
    const { text, mentions } = readMarked(note);
    const pain = at(mentions, 1);
    const corrections = reject(change([], pain, { ...pain, type: "disease" }, byStudent), at(mentions, 2), byStudent);
    const drawn = withRejected(applyCorrections(mentions, corrections), corrections);
    expect(writeMarked(text, drawn)).toBe("[M aspirin] for [D pain] and [D HTN]");
    expect(drawn.map(({ verdict }) => verdict)).toEqual([undefined, "accepted", "rejected"]);
  });

  it("ten thousand mentions and corrections take no time to speak of", () => {
    const mentions = Array.from({ length: 10_000 }, (_, i): Mention => ({ start: noteOffset(i * 10), end: noteOffset(i * 10 + 5), type: "symptom", assertion: "present", score: 0.5 }));
    const started = performance.now();
    const corrections = rejectAll(acceptAll([], mentions, () => byStudent), mentions.filter((_, i) => i % 3 === 0), () => byStudent);
    expect(applyCorrections(mentions, corrections)).toHaveLength(6666);
    expect(withRejected(applyCorrections(mentions, corrections), corrections)).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(1_000); // quadratic, it took most of a minute
  });
});

describe("laws", () => {
  /** Mentions in order and disjoint, by gaps and lengths. */
  const mentionsOver = (gaps: fc.Arbitrary<number>): fc.Arbitrary<Mention[]> =>
    fc
      .array(fc.record({ gap: gaps, length: fc.integer({ min: 1, max: 6 }), type: fc.constantFrom(...ENTITY_TYPES), assertion: fc.constantFrom(...ASSERTIONS) }), { maxLength: 12 })
      .map((parts) => {
        let end = 0;
        return parts.map(({ gap, length, type, assertion }) => {
          const start = end + gap;
          end = start + length;
          return { start: noteOffset(start), end: noteOffset(end), type, assertion, score: 0.5 };
        });
      });
  const found = mentionsOver(fc.nat(4));
  /** A reviewer's steps, on what was found and on spans that it does not know. */
  const steps = fc.array(fc.record({ verdict: fc.constantFrom("accepted", "rejected"), mentions: mentionsOver(fc.nat(9)), own: fc.boolean() }), { maxLength: 4 });
  const correct = (mentions: readonly Mention[], taken: { verdict: string; mentions: readonly Mention[]; own: boolean }[]): Correction[] =>
    taken.reduce<Correction[]>((corrections, { verdict, mentions: others, own }, i) => {
      const targets = own ? mentions.filter((_, n) => n % (i + 2) === 0) : others;
      const decide = () => (own ? byStudent : byHand);
      return verdict === "accepted" ? acceptAll(corrections, targets, decide) : rejectAll(corrections, targets, decide);
    }, []);

  it("the result is in order and disjoint, has all accepted ones and none that is rejected", () => {
    law(
      fc.property(found, steps, (mentions, taken) => {
        const corrections = correct(mentions, taken);
        const after = applyCorrections(mentions, corrections);
        expect(after.every((mention, i) => mention.start >= (after[i - 1]?.end ?? 0))).toBe(true);
        for (const correction of corrections) {
          const there = after.some((mention) => samePlace(mention, correction));
          expect(there).toBe(correction.verdict === "accepted");
        }
        const drawn = withRejected(after, corrections);
        expect(drawn.every((mention, i) => mention.start >= (drawn[i - 1]?.end ?? 0))).toBe(true);
        expect(drawn.filter(({ verdict }) => verdict !== "rejected")).toEqual(after);
      }),
      500,
    );
  });

  it("a rejection hides exactly its place", () => {
    law(
      fc.property(found, fc.nat(20), (mentions, index) => {
        const target = mentions[index % Math.max(1, mentions.length)];
        if (target === undefined) return;
        expect(applyCorrections(mentions, reject([], target, byStudent))).toEqual(mentions.filter((mention) => mention !== target));
      }),
    );
  });

  it("what is accepted and withdrawn, or rejected and withdrawn, is as before", () => {
    law(
      fc.property(found, steps, fc.nat(20), (mentions, taken, index) => {
        const corrections = correct(mentions, taken);
        const open = applyCorrections(mentions, corrections).filter(({ verdict }) => verdict === undefined);
        const target = open[index % Math.max(1, open.length)];
        if (target === undefined) return;
        expect(withdraw(accept(corrections, target, byStudent), target)).toEqual(corrections);
        expect(withdraw(reject(corrections, target, byStudent), target)).toEqual(corrections);
      }),
    );
  });

  it("a step's change turns the corrections into those after it, and turned round into those before", () => {
    law(
      fc.property(found, steps, steps, (mentions, first, then) => {
        const before = correct(mentions, first);
        const after = correct(mentions, [...first, ...then]);
        const step = correctionChange(before, after);
        expect(applyChange(before, step)).toEqual(after);
        expect(applyChange(after, { taken: step.put, put: step.taken })).toEqual(before);
      }),
    );
  });

  it("an edit keeps the corrections whose text stands, on the same text", () => {
    law(
      fc.property(noteText(20, 5), edits, (before, edit) => {
        const after = applyEdit(before, edit);
        const found = findEdit(before, after);
        if (found === undefined) return;
        const words = [...before.matchAll(/\w+/g)].map((match) => ({
          start: noteOffset(match.index),
          end: noteOffset(match.index + match[0].length),
          type: "symptom" as const,
          assertion: "present" as const,
          score: 1,
        }));
        const corrections = acceptAll([], words, () => byHand);
        const kept = mapCorrections(corrections, found);
        expect(kept).toHaveLength(corrections.filter(({ start, end }) => end <= found.start || start >= found.beforeEnd).length);
        const texts = new Set(corrections.map(({ start, end }) => before.slice(start, end)));
        for (const { start, end } of kept) expect(texts).toContain(after.slice(start, end));
      }),
    );
  });
});
