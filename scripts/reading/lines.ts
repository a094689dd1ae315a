/** Lines of a byte stream, one at a time: memory does not grow with the stream. */

import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line feed; undefined when its bytes are not UTF-8. */
  readonly text: string | undefined;
}

const LINE_FEED = 0x0a;

/** Empty lines are left out, but counted. The last line needs no line feed. */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let parts: Uint8Array[] = [];
  let number = 0;
  const taken = (): Line => {
    const bytes = Buffer.concat(parts);
    parts = [];
    number++;
    try {
      return { number, text: decoder.decode(bytes) };
    } catch {
      return { number, text: undefined };
    }
  };
  for await (const bytes of source) {
    let from = 0;
    for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, from)) {
      parts.push(bytes.subarray(from, at));
      from = at + 1;
      const line = taken();
      if (line.text?.trim() !== "") yield line;
    }
    if (from < bytes.length) parts.push(bytes.subarray(from));
  }
  if (parts.length === 0) return;
  const last = taken();
  if (last.text?.trim() !== "") yield last;
}

/** A file's bytes, unpacked when its name ends in .gz. `onBytes` hears of the bytes of the file itself. */
export function fileBytes(path: string, onBytes?: (bytes: number) => void): AsyncIterable<Uint8Array> {
  const file: Readable = createReadStream(path);
  if (onBytes) file.on("data", (chunk: Uint8Array) => onBytes(chunk.byteLength));
  if (!path.endsWith(".gz")) return file;
  const unpacked = createGunzip();
  // pipe() does not carry errors.
  file.on("error", (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}
