/** A table of notes, one a row. */

import { Failure } from "../core/failure.ts";
import type { FileItem } from "./file-item.ts";
import { isBlank, newNote, singleLineFeeds } from "./new-note.ts";
import { baseName, noteName } from "./note-name.ts";
import { dateReader } from "./table-dates.ts";
import { findDelimiter, guessChoice } from "./table-dialect.ts";
import type { ChooseColumns } from "./table-question.ts";
import { tableRows, type TableRow } from "./table-rows.ts";

const ROWS_SHOWN = 6;
const ROWS_GUESSED_BY = 200;
/** Rows that are named one by one when they can't be read. */
const ROWS_NAMED = 20;

export interface TableOptions {
  readonly path: string;
  readonly chooseColumns: ChooseColumns;
  /** See breathe.ts. */
  readonly breathe: () => Promise<void>;
}

/** @throws Failure `file-unreadable` when no note is in it; the signal's reason. */
export async function* readTable(text: string, { path, chooseColumns, breathe }: TableOptions): AsyncGenerator<FileItem, void> {
  const { default: papa } = await import("papaparse");
  const content = singleLineFeeds(text);
  const rows: TableRow[] = [];
  for (const some of tableRows(papa, content, { delimiter: findDelimiter(papa, path, content) })) {
    for (const row of some) rows.push(row);
    await breathe();
  }
  const whole = rows.filter(({ broken }) => !broken).map(({ cells }) => cells);
  if (whole.length === 0) throw new Failure("file-unreadable", rows.length === 0 ? "It is empty." : "Its quotation marks don't pair. Save it as .csv again.");

  const width = Math.max(...whole.slice(0, ROWS_GUESSED_BY).map(({ length }) => length));
  const preview = whole.slice(0, ROWS_SHOWN).map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ""));
  const choice = await chooseColumns({ path, rows: preview, guess: guessChoice(whole.slice(0, ROWS_GUESSED_BY)) });
  await breathe(); // the answer may have been to call everything off
  if (choice === undefined) {
    yield { kind: "notice", message: "It was left out." };
    return;
  }

  const body = choice.hasHeader ? rows.slice(1) : rows;
  const dates = dateReader(choice.date === undefined ? [] : body.map(({ cells }) => cells[choice.date ?? 0] ?? ""));
  if (dates.unclear) yield { kind: "notice", message: "Its dates were left out: whether day or month comes first can't be told. Write them as 2024-03-31." };
  let notes = 0;
  let blank = 0;
  let unread = 0;
  for (const { number, cells, broken } of body) {
    await breathe();
    const cell = cells[choice.text] ?? "";
    if (!broken && isBlank(cell)) {
      blank++;
      continue;
    }
    try {
      if (broken) throw new Failure("line-malformed", "its quotation marks don't pair.");
      const name = (choice.name === undefined ? "" : (cells[choice.name] ?? "")).trim();
      const date = choice.date === undefined ? undefined : dates.read(cells[choice.date] ?? "");
      yield { kind: "note", note: newNote(name || `${noteName(baseName(path))} row ${number}`, cell, { date }) };
      notes++;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (++unread <= ROWS_NAMED) yield { kind: "problem", failure: { code: error.code, message: `Row ${number} was left out: ${error.message}` } };
    }
  }
  if (unread > ROWS_NAMED) yield { kind: "problem", failure: { code: "line-malformed", message: `${unread - ROWS_NAMED} more rows were left out for such reasons.` } };
  if (notes > 0 && blank > 0) yield { kind: "notice", message: `${blank} ${blank === 1 ? "row has" : "rows have"} no text and ${blank === 1 ? "was" : "were"} left out.` };
  if (notes === 0 && unread === 0) throw new Failure("file-unreadable", "No row has text in the chosen column.");
}
