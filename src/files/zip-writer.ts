/** A zip archive, made piece by piece on the caller's own thread: a worker of the library would need a policy exception. */

import { Zip, ZipDeflate } from "fflate";

export interface ZipEntry {
  readonly name: string;
  /** Written as UTF-8. */
  readonly parts: Iterable<string>;
}

/** Bytes compressed at a time: a few milliseconds. */
const SLICE_BYTES = 65_536;
const LEVEL = 6;

/** The archive's bytes in order; each step does a little work, and may give none. `atMs` is the time of every entry: the same input gives the same bytes. */
export function* zipPieces(entries: Iterable<ZipEntry>, atMs: number): Generator<readonly Uint8Array<ArrayBuffer>[]> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const encoder = new TextEncoder();
  for (const { name, parts } of entries) {
    const entry = new ZipDeflate(name, { level: LEVEL });
    entry.mtime = atMs;
    zip.add(entry);
    for (const part of parts) {
      const bytes = encoder.encode(part);
      for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
        entry.push(bytes.subarray(at, at + SLICE_BYTES));
        yield ready.splice(0);
      }
    }
    entry.push(new Uint8Array(0), true);
    yield ready.splice(0);
  }
  zip.end();
  yield ready.splice(0);
}
