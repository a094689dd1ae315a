/** A format's files as text. */

import { writtenNote, type MentionChoice, type NoteFormat, type WriteOptions } from "../../../src/core/formats/note-format.ts";
import type { NoteRecord } from "../../../src/core/note-record.ts";

export const OPTIONS: WriteOptions = { atMs: Date.UTC(2026, 10, 25), byteOrderMark: false };

/** Name → content, in the order of the files. */
export function written(format: NoteFormat, records: readonly NoteRecord[], choice: MentionChoice = "all", options: Partial<WriteOptions> = {}): Map<string, string> {
  const notes = records.map((record) => writtenNote(record, choice));
  const files = [...format.files(notes, { ...OPTIONS, ...options })].map(({ name, parts }): [string, string] => [name, [...parts].join("")]);
  const byName = new Map(files);
  if (byName.size < files.length) throw new Error("two files of one name");
  return byName;
}

/** Of a format with one file. */
export function writtenFile(format: NoteFormat, records: readonly NoteRecord[], choice: MentionChoice = "all", options: Partial<WriteOptions> = {}): string {
  const [content, ...others] = written(format, records, choice, options).values();
  if (content === undefined || others.length > 0) throw new Error("not one file");
  return content;
}
