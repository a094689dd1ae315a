/** What a table's text is written with, and what its columns seem to be. Guesses, shown to the user before they count. */

import type Papa from "papaparse";

export const DELIMITERS = [",", "\t", ";", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** By the first rows; a comma where nothing tells, a tab for .tsv and .tab. */
export function findDelimiter(papa: typeof Papa, path: string, text: string): Delimiter {
  if (/\.(tsv|tab)(\.gz)?$/i.test(path)) return "\t";
  const { meta } = papa.parse<string[]>(text.slice(0, 200_000), { preview: 50, delimitersToGuess: [...DELIMITERS], skipEmptyLines: true, newline: "\n" });
  return DELIMITERS.find((delimiter) => delimiter === meta.delimiter) ?? ",";
}

/** Columns by index, from 0. */
export interface TableChoice {
  readonly hasHeader: boolean;
  readonly text: number;
  readonly name: number | undefined;
  readonly date: number | undefined;
}

const ID_NAME = /^(note|doc(ument)?|report|text|patient|subject|hadm|row|case|record|encounter|visit|file|message|stay)?[ _-]*(ids?|no|nr|num(ber)?|key|name|guid|uuid|filename|title|mrn)$/i;
const DATE_NAME = /(date|time|day|datum|when|created|charted|written|at)$/i;
const TEXT_NAME = /^(note|clinical|report|document|full|free|raw|body|notes?)?[ _-]*(text|note|notes|body|content|report|narrative|transcription|findings|history)$/i;
const DATE_LIKE = /^\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b/;

/** `rows` are the first of the table. The text column is the one with the longest cells. */
export function guessChoice(rows: readonly (readonly string[])[]): TableChoice {
  const hasHeader = looksLikeHeader(rows);
  const [header, body] = hasHeader ? [rows[0] ?? [], rows.slice(1)] : [[], rows];
  const columns = Array.from({ length: Math.max(...rows.map(({ length }) => length), 1) }, (_, i) => i);
  const cells = (column: number) => body.map((row) => (row[column] ?? "").trim()).filter(Boolean);
  const length = (column: number) => cells(column).reduce((sum, cell) => sum + cell.length, 0);
  const named = (pattern: RegExp, column: number) => pattern.test((header[column] ?? "").trim());

  const longest = columns.reduce((best, column) => (length(column) > length(best) ? column : best), 0);
  // A table of empty notes, or of short ones beside a long comment, is still told by its header.
  const text = length(longest) > 200 * Math.max(body.length, 1) ? longest : (columns.find((column) => named(TEXT_NAME, column)) ?? longest);
  const others = columns.filter((column) => column !== text);
  const date = others.find((column) => cells(column).length > 0 && cells(column).every((cell) => DATE_LIKE.test(cell)));
  const isKey = (column: number) => column !== date && cells(column).length > 0 && new Set(cells(column)).size === cells(column).length;
  const name = others.find((column) => named(ID_NAME, column) && isKey(column)) ?? others.find((column) => !hasHeader && isKey(column) && length(column) < 60 * body.length);
  return { hasHeader, text, name, date: date ?? others.find((column) => column !== name && named(DATE_NAME, column)) };
}

/** Short, distinct, filled, without figures or dates; and of another look than what comes below. */
function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const first = (rows[0] ?? []).map((cell) => cell.trim());
  if (first.length === 0 || rows.length < 2) return false;
  const labels = first.every((cell) => cell.length > 0 && cell.length <= 40 && !/^[\d.,/:\s-]+$/.test(cell) && !/[.!?]$|\n/.test(cell));
  if (!labels || new Set(first).size < first.length) return false;
  return first.length > 1 || TEXT_NAME.test(first[0] ?? "") || rows.slice(1).some((row) => (row[0] ?? "").length > 3 * (first[0] ?? "").length);
}
