/** The beginning of what an export would write. */

import { writtenNote } from "../../core/formats/note-format.ts";
import type { ExportJob } from "./export-notes.ts";

export interface ExportPreview {
  readonly fileName: string;
  readonly beginning: string;
}

const CHARACTERS = 1_500;
const LINE_CHARACTERS = 400;

/** Of the first note, the file that says most; undefined where there is no note. Quick: a note at most is written. */
export function previewOf({ format, records, mentions, options }: ExportJob): ExportPreview | undefined {
  const [record] = records;
  if (record === undefined) return undefined;
  const file = [...format.files([writtenNote(record, mentions)], options)].at(-1);
  if (file === undefined) return undefined;
  let text = "";
  for (const part of file.parts) {
    text += part;
    if (text.length > CHARACTERS) break;
  }
  const lines = text.slice(0, CHARACTERS).split(/\r?\n/);
  return { fileName: file.name, beginning: lines.map((line) => (line.length > LINE_CHARACTERS ? `${line.slice(0, LINE_CHARACTERS)} …` : line)).join("\n") };
}
