import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEdit, mapCovered, mapMentions } from "../../src/core/edit.ts";
import { noteOffset } from "../../src/core/types.ts";
import { anyText, applyEdit, edits, law, noteText } from "./laws.ts";
import { readMarked, writeMarked } from "./marked.ts";

const edited = (marked: string, after: string): string => {
  const { text, mentions } = readMarked(marked);
  const edit = findEdit(text, after);
  return writeMarked(after, edit ? mapMentions(mentions, edit) : mentions);
};

describe("mentions through an edit", () => {
  it.each([
    ["before", "[M aspirin] stopped", "Her aspirin stopped", "Her [M aspirin] stopped"],
    ["after", "[M aspirin] stopped", "aspirin started", "[M aspirin] started"],
    ["inside", "[M aspirin] stopped", "aspixrin stopped", "aspixrin stopped"],
    ["over its start", "on [M aspirin], [D HTN]", "onpirin, HTN", "onpirin, [D HTN]"],
    ["typing on at its end", "[M aspirin], [D HTN]", "aspirins, HTN", "[M aspirin]s, [D HTN]"],
    ["none", "[M aspirin]", "aspirin", "[M aspirin]"],
    ["everything replaced", "[M aspirin]", "x", "x"],
  ])("%s", (_, marked, after, expected) => {
    expect(edited(marked, after)).toBe(expected);
  });
});

describe("laws", () => {
  it("the edit makes the one text of the other, and parts no surrogate pair", () => {
    law(
      fc.property(fc.oneof(anyText(60), noteText(30)), edits, (before, change) => {
        const after = applyEdit(before, change);
        const edit = findEdit(before, after);
        if (edit === undefined) {
          expect(after).toBe(before);
          return;
        }
        const { start, beforeEnd, afterEnd } = edit;
        expect(before.slice(0, start) + after.slice(start, afterEnd) + before.slice(beforeEnd)).toBe(after);
        for (const [text, at] of [[before, start], [before, beforeEnd], [after, start], [after, afterEnd]] as const) {
          expect(at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff).toBe(false);
        }
      }),
      500,
    );
  });

  it("covered ranges keep their characters, in order and disjoint, without the edited part", () => {
    law(
      fc.property(noteText(30), edits, fc.array(fc.nat(200), { maxLength: 6 }), (before, change, cuts) => {
        const after = applyEdit(before, change);
        const edit = findEdit(before, after);
        if (edit === undefined) return;
        const points = [...new Set(cuts.map((cut) => cut % (before.length + 1)))].sort((a, b) => a - b);
        const covered = points.flatMap((start, i) => (i % 2 === 0 && points[i + 1] !== undefined ? [{ start: noteOffset(start), end: noteOffset(points[i + 1] ?? 0) }] : []));
        const mapped = mapCovered(covered, edit);
        const kept = (text: string, ranges: typeof covered): string => ranges.map(({ start, end }) => text.slice(start, end)).join("");
        const untouched = covered.flatMap(({ start, end }) => [before.slice(start, Math.max(start, Math.min(end, edit.start))), before.slice(Math.max(start, edit.beforeEnd), Math.max(end, edit.beforeEnd))]);
        expect(kept(after, mapped)).toBe(untouched.join(""));
        for (const [i, range] of mapped.entries()) {
          expect(range.start).toBeLessThan(range.end);
          expect(range.end).toBeLessThanOrEqual(mapped[i + 1]?.start ?? after.length);
        }
      }),
      300,
    );
  });
});
