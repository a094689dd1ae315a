/** The beginning of what an export would write. */

import { writtenNote } from "../../core/formats/note-format.ts";
import type { NoteRecord } from "../../core/note-record.ts";
import type { Mention } from "../../core/types.ts";
import type { ExportJob } from "./export-notes.ts";
import { withConcepts } from "./with-concepts.ts";

export interface ExportPreview {
  readonly fileName: string;
  readonly beginning: string;
}

const CHARACTERS = 1_500;
const LINE_CHARACTERS = 400;
/** UTF-16 units of a note that are enough for the beginning of every format. */
const NOTE_LENGTH = 3_000;

/** Of the first note, the file that says most; undefined where there is no note. Quick, however long the note. */
export function previewOf({ format, records, mentions, options, linker }: ExportJob): ExportPreview | undefined {
  const [record] = records;
  if (record === undefined) return undefined;
  const file = [...format.files([writtenNote(withConcepts(shortened(record), linker), mentions)], options)].at(-1);
  if (file === undefined) return undefined;
  let text = "";
  for (const part of file.parts) {
    text += part;
    if (text.length > CHARACTERS) break;
  }
  const lines = text.slice(0, CHARACTERS).split(/\r?\n/);
  return { fileName: file.name, beginning: lines.map((line) => (line.length > LINE_CHARACTERS ? `${line.slice(0, LINE_CHARACTERS)} …` : line)).join("\n") };
}

function shortened(record: NoteRecord): NoteRecord {
  if (record.text.length <= NOTE_LENGTH) return record;
  const text = record.text.slice(0, NOTE_LENGTH);
  const inside = ({ end }: Mention) => end <= text.length;
  return {
    ...record,
    text,
    reading: record.reading && { ...record.reading, mentions: record.reading.mentions.filter(inside) },
    corrections: record.corrections.filter(inside),
  };
}
