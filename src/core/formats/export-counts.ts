/** What an export says of itself. */

import type { NoteFormat, WrittenNote } from "./note-format.ts";

export interface ExportCounts {
  readonly notes: number;
  /** Chosen to be written. */
  readonly mentions: number;
  /** By reason, as the end of a sentence about one mention; in the order met. */
  readonly leftOut: ReadonlyMap<string, number>;
}

export const NO_COUNTS: ExportCounts = { notes: 0, mentions: 0, leftOut: new Map() };

/** The counts with one more note. */
export function counted(counts: ExportCounts, note: WrittenNote, format: NoteFormat): ExportCounts {
  const leftOut = new Map(counts.leftOut);
  for (const reason of format.leftOut?.(note) ?? []) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  return { notes: counts.notes + 1, mentions: counts.mentions + note.mentions.length, leftOut };
}
