/** When things are mentioned, by the dates of the notes. */

import { notesOf, type SummaryEntry, type SummaryNote } from "./summary.ts";

export interface TimelineRow {
  readonly entry: SummaryEntry;
  /** `YYYY-MM-DD` of the first dated note that mentions it; undefined where none has a date. */
  readonly firstSeen: string | undefined;
  /** Notes that mention it, one figure a bin. */
  readonly notes: readonly number[];
}

export interface Timeline {
  /** Years where months would be too many to look at. */
  readonly unit: "month" | "year";
  /** `YYYY-MM` or `YYYY`, ascending and without gaps; empty when no note has a date. */
  readonly bins: readonly string[];
  /** All notes, one figure a bin. */
  readonly notes: readonly number[];
  /** Notes without a date; they are in no bin. */
  readonly undated: number;
  readonly rows: readonly TimelineRow[];
}

const MOST_MONTHS = 36;
/** Mistyped dates would make centuries of it: years beyond this many are not drawn apart. */
const MOST_YEARS = 150;
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-\d{2}$/;

export function timeline(notes: readonly Pick<SummaryNote, "date">[], entries: readonly SummaryEntry[]): Timeline {
  const dates = notes.map(({ date }) => (date !== undefined && DATE.test(date) ? date : undefined));
  const months = dates.flatMap((date) => (date === undefined ? [] : [monthOf(date)]));
  const first = months.reduce((a, b) => Math.min(a, b), Infinity);
  const last = months.reduce((a, b) => Math.max(a, b), -Infinity);
  const unit = last - first < MOST_MONTHS ? "month" : "year";
  const from = unit === "month" ? first : Math.max(Math.floor(first / 12), Math.floor(last / 12) - MOST_YEARS + 1);
  const size = months.length === 0 ? 0 : (unit === "month" ? last : Math.floor(last / 12)) - from + 1;
  // A date before the first bin is in the first bin.
  const binOf = dates.map((date) => (date === undefined ? undefined : Math.max(0, (unit === "month" ? monthOf(date) : Math.floor(monthOf(date) / 12)) - from)));
  const count = (indices: readonly number[]): number[] => {
    const counts = new Array<number>(size).fill(0);
    for (const index of indices) {
      const bin = binOf[index];
      if (bin !== undefined) counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
  };
  return {
    unit,
    bins: Array.from({ length: size }, (_, i) => nameOf(from + i, unit)),
    notes: count(notes.map((_, i) => i)),
    undated: dates.filter((date) => date === undefined).length,
    rows: entries.map((entry) => {
      const indices = notesOf(entry);
      const firstSeen = indices.flatMap((index) => dates[index] ?? []).reduce<string | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
      return { entry, firstSeen, notes: count(indices) };
    }),
  };
}

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

function nameOf(bin: number, unit: Timeline["unit"]): string {
  const year = String(unit === "month" ? Math.floor(bin / 12) : bin).padStart(4, "0");
  return unit === "month" ? `${year}-${String((bin % 12) + 1).padStart(2, "0")}` : year;
}
