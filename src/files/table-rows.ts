/** The rows of a table in text: CSV in its dialects (RFC 4180 and what programs write). */

import type Papa from "papaparse";
import type { Delimiter } from "./table-dialect.ts";

export interface TableRow {
  /** From 1, blank rows not counted. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Quotation marks that don't pair: where its cells end is a guess. */
  readonly broken: boolean;
}

/** papaparse types its parser by what a callback may do with it. */
type RowParser = new (config: object) => { parse(text: string, baseIndex: number, ignoreLastRow: boolean): Papa.ParseResult<string[]> };

export interface RowOptions {
  readonly delimiter: Delimiter;
  /** UTF-16 units that are read at once. */
  readonly slice?: number;
}

/** `text` with single line feeds. Slice by slice, so that a long table can give the page its turns. */
export function* tableRows(papa: typeof Papa, text: string, { delimiter, slice = 262_144 }: RowOptions): Generator<readonly TableRow[], void> {
  const Parser = papa.Parser as unknown as RowParser;
  const parser = new Parser({ delimiter, newline: "\n", quoteChar: '"', fastMode: false });
  let number = 0;
  let size = slice;
  for (let at = 0; at < text.length; ) {
    const isLast = at + size >= text.length;
    const { data, errors, meta } = parser.parse(text.slice(at, at + size), 0, !isLast);
    if (!isLast && meta.cursor === 0) {
      size *= 2; // one row that is longer than the slice
      continue;
    }
    const broken = new Set(errors.map(({ row }) => row));
    const rows = data.flatMap((cells, i): TableRow[] => {
      if (cells.every((cell) => cell.trim() === "")) return [];
      return [{ number: ++number, cells, broken: broken.has(i) }];
    });
    if (rows.length > 0) yield rows;
    at += isLast ? size : meta.cursor;
    size = slice;
  }
}
