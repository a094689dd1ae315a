/** One note of a JSON file, with the labels that it brings. */

import { chartlightKind, readChartlightLine } from "../core/formats/chartlight-reader.ts";
import { parseCorpusLine, parseCorpusNote } from "../core/jsonl.ts";
import { withLineFeeds } from "../core/line-ends.ts";
import type { NoteRecord } from "../core/note-record.ts";
import { withoutOverlap } from "../core/overlap.ts";
import { noteOffset, type Mention } from "../core/types.ts";
import type { FileNote } from "./file-item.ts";
import { newNote } from "./new-note.ts";

export interface JsonPlace {
  /** Line or entry, from 1. */
  readonly number: number;
  /** The file's name: where labels say nothing of who made them, they are the file's. */
  readonly path: string;
}

/** `entry`: a line of JSON, or JSON that is parsed already. @throws Failure `line-malformed`, `note-too-large`, `file-unreadable` */
export function jsonNote(entry: unknown, { number, path }: JsonPlace): FileNote {
  if (typeof entry === "string" && chartlightKind(entry) === "jsonl") return noteOfRecord(readChartlightLine(entry, number));
  const { id, text, entities } = typeof entry === "string" ? parseCorpusLine(entry, number) : parseCorpusNote(entry, number);
  if (entities.length === 0) return newNote(id, text);
  const { at } = withLineFeeds(text);
  const mentions = entities.map(({ start, end, type, assertion = "present" }): Mention => ({ start: noteOffset(at(start)), end: noteOffset(at(end)), type, assertion, score: 1 }));
  return newNote(id, text, { reading: { mentions: withoutOverlap(mentions), provenance: { kind: "reviewer", name: path, version: "" } } });
}

/** A note that Chartlight wrote itself, complete. */
export function noteOfRecord({ name, text, date, reading, corrections }: NoteRecord): FileNote {
  return newNote(name, text, { date, reading, ...(corrections.length > 0 && { corrections }) });
}
