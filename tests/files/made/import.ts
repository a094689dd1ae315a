/** Reads files as the page does, and gathers what comes. */

import type { FileNote } from "../../../src/files/file-item.ts";
import type { FileSource } from "../../../src/files/file-source.ts";
import { readFiles, type ReadOptions } from "../../../src/files/read-files.ts";

export const bytesOf = (text: string, encoding: BufferEncoding = "utf8"): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, encoding));

export const file = (path: string, content: string | Uint8Array<ArrayBuffer>): FileSource => {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  return { path, sizeBytes: bytes.length, bytes: () => Promise.resolve(bytes) };
};

export interface Imported {
  readonly notes: readonly FileNote[];
  /** "path: sentence" */
  readonly problems: readonly string[];
  readonly notices: readonly string[];
}

/** The guess stands for the answer to each question about a table, unless the options say else. */
export async function importOf(files: readonly FileSource[], options: Partial<ReadOptions> = {}): Promise<Imported> {
  const notes: FileNote[] = [];
  const problems: string[] = [];
  const notices: string[] = [];
  const items = readFiles(files, {
    chooseColumns: ({ guess }) => Promise.resolve(guess),
    startPdfWorker: () => undefined,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    now: () => 1_700_000_000_000,
    ...options,
  });
  for await (const item of items) {
    if (item.kind === "note") notes.push(item.note);
    else if (item.kind === "problem") problems.push(`${item.path}: ${item.failure.message}`);
    else notices.push(`${item.path}: ${item.message}`);
  }
  return { notes, problems, notices };
}

export const texts = ({ notes }: Imported): string[] => notes.map(({ text }) => text);
