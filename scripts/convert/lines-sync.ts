/** Lines of a file, one at a time and at once: what the formats draw from. */

import { readSync } from "node:fs";
import { TextDecoder } from "node:util";
import type { Line } from "../reading/lines.ts";

const LINE_FEED = 0x0a;
const CHUNK_BYTES = 1 << 20;

/** Empty lines are left out, but counted. The last line needs no line feed. `file`: a descriptor, 0 for standard input. */
export function* linesSync(file: number): Generator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let parts: Buffer[] = [];
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
  for (let size = read(file, chunk); size > 0; size = read(file, chunk)) {
    let from = 0;
    for (let at = chunk.subarray(0, size).indexOf(LINE_FEED); at !== -1; at = chunk.subarray(0, size).indexOf(LINE_FEED, from)) {
      parts.push(Buffer.from(chunk.subarray(from, at)));
      from = at + 1;
      const line = taken();
      if (line.text?.trim() !== "") yield line;
    }
    parts.push(Buffer.from(chunk.subarray(from, size)));
  }
  if (parts.every(({ length }) => length === 0)) return;
  const last = taken();
  if (last.text?.trim() !== "") yield last;
}

/** A pipe that has nothing yet says so as an error, and one that was closed may too. */
function read(file: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(file, into);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
