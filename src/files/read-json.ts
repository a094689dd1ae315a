/** Notes in JSON: our formats of docs/formats.md, a note a line or all in one file. Labels come along. */

import { Failure } from "../core/failure.ts";
import { chartlightKind, readChartlightJson } from "../core/formats/chartlight-reader.ts";
import type { FileItem } from "./file-item.ts";
import { jsonNote, noteOfRecord } from "./json-note.ts";
import { isBlank } from "./new-note.ts";

/** Lines that are named one by one when they can't be read. */
const LINES_NAMED = 20;

export interface JsonOptions {
  /** Without folders. */
  readonly path: string;
  /** See breathe.ts. */
  readonly breathe: () => Promise<void>;
}

/** A bad line is told by its number, and the others are read. @throws Failure `file-unreadable` when there is nothing in it. */
export async function* readJsonLines(text: string, options: JsonOptions): AsyncGenerator<FileItem, void> {
  yield* notesOf(numberedLines(text), options);
}

/** One note, an array of them, or an object whose `notes` is one. @throws Failure `file-unreadable` */
export async function* readJson(text: string, options: JsonOptions): AsyncGenerator<FileItem, void> {
  if (chartlightKind(text.slice(0, 1000)) === "json") return yield* ourNotes(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // JSON lines are often called .json.
    if (/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) return yield* readJsonLines(text, options);
    throw new Failure("file-unreadable", "It is not JSON, or was cut off. Write it again, or open the notes as .txt.");
  }
  const list = Array.isArray(json) ? json : isObject(json) && Array.isArray(json["notes"]) ? json["notes"] : [json];
  yield* notesOf(list.map((entry: unknown, i) => ({ number: i + 1, entry })), options);
}

function* ourNotes(text: string): Generator<FileItem, void> {
  let blank = 0;
  for (const record of readChartlightJson(text)) {
    if (isBlank(record.text)) blank++;
    else yield { kind: "note", note: noteOfRecord(record) };
  }
  if (blank > 0) yield { kind: "notice", message: `Empty notes in it, left out: ${blank}.` };
}

interface Numbered {
  /** From 1. */
  readonly number: number;
  /** JSON: a line of it, or parsed already. */
  readonly entry: unknown;
}

function* numberedLines(text: string): Generator<Numbered> {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end === -1 ? text.length : end);
    number++;
    if (!isBlank(line)) yield { number, entry: line };
    at = end === -1 ? text.length : end + 1;
  }
}

async function* notesOf(entries: Iterable<Numbered>, { path, breathe }: JsonOptions): AsyncGenerator<FileItem, void> {
  let notes = 0;
  let unread = 0;
  for (const { number, entry } of entries) {
    await breathe();
    try {
      yield { kind: "note", note: jsonNote(entry, { number, path }) };
      notes++;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (++unread > LINES_NAMED) continue;
      const message = error.code === "line-malformed" ? error.message : `Line ${number}: ${error.message}`;
      yield { kind: "problem", failure: { code: error.code, message } };
    }
  }
  if (unread > LINES_NAMED) yield { kind: "problem", failure: { code: "line-malformed", message: `${unread - LINES_NAMED} more lines could not be read.` } };
  if (notes === 0 && unread === 0) throw new Failure("file-unreadable", "It is empty.");
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
