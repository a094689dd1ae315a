/** Notes to one file to take away, without the page standing still. */

import type { ConceptLinker } from "../../core/concepts/link.ts";
import { counted, NO_COUNTS, type ExportCounts } from "../../core/formats/export-counts.ts";
import { writtenNote, type MentionChoice, type NoteFormat, type OutputFile, type WriteOptions, type WrittenNote } from "../../core/formats/note-format.ts";
import type { NoteRecord } from "../../core/note-record.ts";
import { zipPieces } from "../../files/zip-writer.ts";
import type { Clock } from "../clock.ts";
import { withConcepts } from "./with-concepts.ts";

export interface ExportJob {
  readonly format: NoteFormat;
  readonly records: readonly NoteRecord[];
  readonly mentions: MentionChoice;
  readonly options: WriteOptions;
  /** Gives mentions their concepts; undefined while there are no tables. */
  readonly linker: ConceptLinker | undefined;
}

export interface ExportProgress {
  /** Notes. */
  readonly done: number;
  readonly total: number;
  /** Undefined until it can be told. */
  readonly timeLeftMs: number | undefined;
}

export interface Exported {
  readonly blob: Blob;
  /** Neutral: a note's name may hold a patient's. */
  readonly fileName: string;
  readonly counts: ExportCounts;
}

export interface ExportTools {
  readonly clock: Clock;
  /** Ends the work; the promise then rejects with its reason. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
}

/** Longest work without a pause: leaves a frame room for the page. */
const SLICE_MS = 8;
const BLOB_CHARACTERS = 1 << 21;
const FIRST_ESTIMATE_MS = 500;

/** One file, or a zip archive where the format has several. */
export async function exportNotes(job: ExportJob, tools: ExportTools): Promise<Exported> {
  const drawn = drawing(job, tools);
  await drawn.link();
  const [first, ...rest] = twoAtMost(job.format.files(drawn.notes(), job.options));
  if (first === undefined) throw new RangeError(`the format ${job.format.id} has no file`);
  const [second] = rest;
  const isArchive = second !== undefined;
  const pieces = isArchive ? zipPieces(chained(first.value, second.value, second.others), job.options.atMs) : piecesOf(first.value);
  const type = isArchive ? "application/zip" : job.format.mediaType;
  const blob = await collected(pieces, type, drawn.breathe);
  return { blob, fileName: exportName(isArchive ? ".zip" : job.format.extension, job.options.atMs), counts: drawn.counts() };
}

/** What an export would say of itself. */
export async function countNotes(job: Omit<ExportJob, "options">, tools: ExportTools): Promise<ExportCounts> {
  const drawn = drawing(job, tools);
  const notes = drawn.notes();
  while (notes.next().done !== true) await drawn.breathe();
  return drawn.counts();
}

/** `chartlight-2026-11-25.jsonl`: the day is the user's own. */
export const exportName = (extension: string, atMs: number): string => `chartlight-${new Date(atMs).toLocaleDateString("sv-SE")}${extension}`;

/** The notes as they are drawn, with the counts so far, and pauses. */
function drawing({ format, records, mentions, linker }: Omit<ExportJob, "options">, { clock, signal, onProgress }: ExportTools) {
  const startMs = clock.now();
  let pausedAtMs = startMs;
  let counts: ExportCounts = NO_COUNTS;
  /** Pauses when it is time to. @throws the signal's reason when it was aborted */
  const breathe = async (): Promise<void> => {
    if (clock.now() - pausedAtMs < SLICE_MS) return;
    const [done, total, elapsedMs] = [counts.notes, records.length, clock.now() - startMs];
    const timeLeftMs = elapsedMs < FIRST_ESTIMATE_MS || done === 0 ? undefined : (elapsedMs / done) * (total - done);
    onProgress?.({ done, total, timeLeftMs });
    await new Promise<void>((resolve) => void clock.after(0, resolve));
    signal.throwIfAborted();
    pausedAtMs = clock.now();
  };
  return {
    *notes(): Generator<WrittenNote> {
      for (const record of records) {
        const note = writtenNote(withConcepts(record, linker), mentions);
        counts = counted(counts, note, format);
        yield note;
      }
    },
    counts: () => counts,
    /** Looks every mention up once: what a note then draws comes from the linker's memory. */
    link: async (): Promise<void> => {
      for (const { text, reading, corrections } of linker ? records : []) {
        for (const { start, end, type } of [...(reading?.mentions ?? []), ...corrections]) {
          linker?.link(text.slice(start, end), type);
          await breathe();
        }
      }
    },
    breathe,
  };
}

interface Drawn {
  readonly value: OutputFile;
  readonly others: Iterator<OutputFile>;
}

/** The first files, and where to go on: whether there is a second is all that must be known before the work. */
function twoAtMost(files: Iterable<OutputFile>): Drawn[] {
  const others = files[Symbol.iterator]();
  const drawn: Drawn[] = [];
  for (let next = others.next(); next.done !== true; next = others.next()) {
    drawn.push({ value: next.value, others });
    if (drawn.length === 2) break;
  }
  return drawn;
}

function* chained(first: OutputFile, second: OutputFile, others: Iterator<OutputFile>): Generator<OutputFile> {
  yield first;
  yield second;
  for (let next = others.next(); next.done !== true; next = others.next()) yield next.value;
}

function* piecesOf(file: OutputFile): Generator<readonly string[]> {
  for (const part of file.parts) yield [part];
}

/** Pieces become Blobs as they come, so that the browser may move them out of the page's memory. */
async function collected(pieces: Iterable<readonly (string | Uint8Array<ArrayBuffer>)[]>, type: string, breathe: () => Promise<void>): Promise<Blob> {
  const blobs: Blob[] = [];
  let waiting: (string | Uint8Array<ArrayBuffer>)[] = [];
  let length = 0;
  for (const piece of pieces) {
    for (const part of piece) {
      waiting.push(part);
      length += part.length;
    }
    if (length >= BLOB_CHARACTERS) {
      blobs.push(new Blob(waiting));
      [waiting, length] = [[], 0];
    }
    await breathe();
  }
  return new Blob([...blobs, ...waiting], { type });
}
