/** Between a record and the note on the screen. */

import type { NoteRecord } from "../../core/note-record.ts";
import type { NoteState } from "../note-store.ts";
import { isBlank, type ShownNote } from "../note-text.ts";
import { noteName } from "./note-name.ts";

/** The record as the screen shows it. Without a finding it is to be read. */
export function shownNote({ id, text, reading, corrections }: NoteRecord): ShownNote {
  return {
    id,
    text,
    corrections,
    found: reading?.mentions ?? [],
    reading:
      reading !== undefined
        ? { phase: "done", provenance: reading.provenance, pace: undefined }
        : isBlank(text)
          ? { phase: "idle" }
          : { phase: "reading", doneChunks: 0, totalChunks: 0 },
  };
}

/**
 * The record after what took place on the screen; the same object when nothing did. A note that nobody named goes on
 * to be called by its first words. While this very text is read again, the earlier finding stands.
 */
export function recordOf(before: NoteRecord, { text, found, corrections, reading }: NoteState): NoteRecord {
  const isSameText = text === before.text;
  const finding = reading.phase === "done" ? { mentions: found, provenance: reading.provenance } : isSameText ? before.reading : undefined;
  const isSameFinding = finding?.mentions === before.reading?.mentions && finding?.provenance === before.reading?.provenance;
  if (isSameText && isSameFinding && corrections === before.corrections) return before;
  const name = !isSameText && before.name === noteName(before.text) ? noteName(text) : before.name;
  return { ...before, text, name, corrections, reading: isSameFinding ? before.reading : finding };
}
