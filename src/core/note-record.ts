/** A note of the workspace with all that is known about it: what is stored, exported, scored and summed up. */

import { applyCorrections, type Correction, type ReviewedMention } from "./review.ts";
import type { Mention, Provenance } from "./types.ts";

export interface NoteRecord {
  /** Unique in the workspace; never shown. */
  readonly id: string;
  /** A file's name, a row's id, or the note's first words. */
  readonly name: string;
  /** Line ends are single line feeds. */
  readonly text: string;
  /** Of the note, `YYYY-MM-DD`, where the import gave one. */
  readonly date?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly addedAtMs: number;
  /** Undefined until the note was read. */
  readonly reading: NoteFinding | undefined;
  /** In order; the accepted ones are disjoint. */
  readonly corrections: readonly Correction[];
}

/** What a student or a teacher found in this very text. In order and disjoint. */
export interface NoteFinding {
  readonly mentions: readonly Mention[];
  readonly provenance: Provenance;
}

/** What the note has, after review. In order and disjoint. */
export const mentionsOf = (record: Pick<NoteRecord, "reading" | "corrections">): readonly ReviewedMention[] =>
  applyCorrections(record.reading?.mentions ?? [], record.corrections);
