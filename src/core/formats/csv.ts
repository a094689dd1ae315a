/** A table of mentions, a row each (RFC 4180: comma, CRLF, quotes doubled). Offsets in both units. */

import type { NoteRecord } from "../note-record.ts";
import { inBatches } from "./in-batches.ts";
import { inCodePoints, type CodePointPlace } from "./mention-offsets.ts";
import type { NoteFormat, WriteOptions, WrittenNote } from "./note-format.ts";

const COLUMNS = [
  "note_id",
  "note_name",
  "note_date",
  "start_utf16",
  "end_utf16",
  "start_codepoint",
  "end_codepoint",
  "text",
  "type",
  "assertion",
  "score",
  "verdict",
  "origin",
  "concept_system",
  "concept_code",
  "concept_name",
  "concept_match",
  "found_by",
] as const;

function* parts(notes: Iterable<WrittenNote>, { byteOrderMark }: WriteOptions): Generator<string> {
  yield (byteOrderMark ? "\uFEFF" : "") + row(COLUMNS);
  for (const { record, mentions } of notes) {
    for (const places of inBatches(inCodePoints(record.text, mentions))) yield rowsOf(record, places);
  }
}

function rowsOf({ id, name, date, reading }: NoteRecord, places: readonly CodePointPlace[]): string {
  const foundBy = reading ? `${reading.provenance.name} ${reading.provenance.version}`.trim() : "";
  return places
    .map(({ mention, words, start, end }) => {
      const { type, assertion, score, verdict, origin, concept } = mention;
      return row([
        ...[id, name, date],
        ...[mention.start, mention.end, start, end],
        ...[words, type, assertion, Number(score.toFixed(4)), verdict, origin],
        ...[concept?.system, concept?.code, concept?.name, concept?.match?.how],
        origin === "reviewer" ? "" : foundBy,
      ]);
    })
    .join("");
}

const row = (cells: readonly (string | number | undefined)[]): string => `${cells.map(cell).join(",")}\r\n`;

/** A text that a spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV injection"). */
function cell(value: string | number | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const CSV: NoteFormat = {
  id: "csv",
  label: "CSV table",
  about: "A row a mention, for spreadsheets and statistics",
  group: "people",
  extension: ".csv",
  mediaType: "text/csv",
  offsetUnit: "both",
  files: (notes, options) => [{ name: "mentions.csv", parts: parts(notes, options) }],
};
