/** A labelled file becomes notes to score against. Messages tell the line, never its text. */

import { Failure, type Result } from "../core/failure.ts";
import { chartlightKind, readChartlightJson, readChartlightLine } from "../core/formats/chartlight-reader.ts";
import { goldNote, type GoldNote } from "../core/gold.ts";
import { parseCorpusLine } from "../core/jsonl.ts";
import { mentionsOf, type NoteRecord } from "../core/note-record.ts";
import { inSlices, type SliceOptions } from "./slices.ts";

export const LARGEST_GOLD_BYTES = 100_000_000;

/**
 * Our corpus lines (docs/formats.md, "Corpora") or Chartlight's own files, with what their notes have after review;
 * gzipped or not. A note without labels counts: it has none. Rejects only when the signal is aborted.
 */
export async function readGoldFile(file: Blob, options: SliceOptions<number>): Promise<Result<readonly GoldNote[]>> {
  try {
    return { ok: true, value: await inSlices(goldSteps(await contentOf(file)), options) };
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof Failure) return { ok: false, failure: { code: error.code, message: error.message } };
    return { ok: false, failure: { code: "file-unreadable", message: "This file could not be read. Choose a UTF-8 file of labelled notes, one JSON object a line." } };
  }
}

/** Yields the share done. @throws Failure `line-malformed`, `file-unreadable` */
export function* goldSteps(content: string): Generator<number, readonly GoldNote[]> {
  const kind = chartlightKind(content.slice(0, 4096));
  if (kind === "json") return someOf(readChartlightJson(content).map(goldOfRecord));
  const notes: GoldNote[] = [];
  let number = 0;
  let at = 0;
  while (at < content.length) {
    const lineEnd = content.indexOf("\n", at);
    const end = lineEnd === -1 ? content.length : lineEnd;
    const line = content.slice(at, end).trim();
    at = end + 1;
    number++;
    if (line === "") continue;
    notes.push(kind === "jsonl" ? goldOfRecord(readChartlightLine(line, number)) : goldNote(parseCorpusLine(line, number)));
    yield at / content.length;
  }
  return someOf(notes);
}

const goldOfRecord = (record: NoteRecord): GoldNote => goldNote({ id: record.name, text: record.text, date: record.date, entities: mentionsOf(record) });

function someOf(notes: readonly GoldNote[]): readonly GoldNote[] {
  if (notes.some(({ entities }) => entities.length > 0)) return notes;
  throw new Failure("file-unreadable", "No note of this file has a label. Choose a file of labelled notes (docs/formats.md, Corpora), or one saved by Chartlight after review.");
}

async function contentOf(file: Blob): Promise<string> {
  if (file.size > LARGEST_GOLD_BYTES) throw new Failure("note-too-large", "This file is larger than 100 MB. Split it.");
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = first === 0x1f && second === 0x8b;
  const bytes = await (isGzip ? new Response(file.stream().pipeThrough(new DecompressionStream("gzip"))) : file).arrayBuffer();
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // without a byte order mark
}
