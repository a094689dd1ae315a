import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarise } from "../../../src/core/summary/summary.ts";
import { timeline } from "../../../src/core/summary/timeline.ts";
import { law } from "../laws.ts";
import { summaryNote, summaryNotes } from "./notes.ts";

const timelineOf = (notes: Parameters<typeof summarise>[0]) => timeline(notes, summarise(notes).entries);

describe("a timeline", () => {
  it("is by month, without gaps, across a new year", () => {
    const { rows, ...line } = timelineOf([summaryNote("[S cough]", "2024-02-03"), summaryNote("[S cough] [S cough]", "2023-11-30"), summaryNote("[S fever]"), summaryNote("", "soon")]);
    expect(line).toEqual({ unit: "month", bins: ["2023-11", "2023-12", "2024-01", "2024-02"], notes: [1, 0, 0, 1], undated: 2 });
    expect(rows.map(({ entry, firstSeen, notes }) => [entry.label, firstSeen, notes])).toEqual([
      ["cough", "2023-11-30", [1, 0, 0, 1]],
      ["fever", undefined, [0, 0, 0, 0]],
    ]);
  });
  it("is by year where months would be too many", () => {
    expect(timelineOf([summaryNote("", "2015-01-01"), summaryNote("", "2018-01-01")])).toMatchObject({ unit: "year", bins: ["2015", "2016", "2017", "2018"], notes: [1, 0, 0, 1] });
  });
  it("has no bins where no note has a date", () => {
    expect(timelineOf([summaryNote("[S cough]")])).toMatchObject({ bins: [], notes: [], undated: 1 });
    expect(timelineOf([])).toMatchObject({ bins: [], undated: 0, rows: [] });
  });
  it("does not draw centuries for a mistyped date", () => {
    const { bins, notes } = timelineOf([summaryNote("", "0203-01-01"), summaryNote("", "2023-01-01")]);
    expect([bins.length, bins.at(-1), notes[0]]).toEqual([150, "2023", 1]);
  });
});

it("law: every dated note is in one bin, and a row is never higher than all notes", () => {
  law(
    fc.property(summaryNotes(), (notes) => {
      const { notes: counts, rows, undated } = timelineOf(notes);
      expect(counts.reduce((a, b) => a + b, 0) + undated).toBe(notes.length);
      for (const row of rows) row.notes.forEach((count, bin) => expect(count).toBeLessThanOrEqual(counts[bin] ?? 0));
    }),
  );
});
