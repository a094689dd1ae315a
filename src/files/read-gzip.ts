/** A .gz file: one file, packed. */

import { Failure } from "../core/failure.ts";
import type { FileSource } from "./file-source.ts";
import { DATA_LIMIT_BYTES } from "./limits.ts";

/** The file inside, its size known by unpacking it, and never more of it than the limit. @throws Failure `file-too-large`, `file-unreadable` */
export async function unpackGzip(path: string, packed: Uint8Array<ArrayBuffer>): Promise<FileSource> {
  const bytes = await gunzip(packed);
  return { path: path.replace(/\.gz$/i, ""), sizeBytes: bytes.length, bytes: () => Promise.resolve(bytes) };
}

async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let sizeBytes = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      sizeBytes += step.value.length;
      if (sizeBytes > DATA_LIMIT_BYTES) throw new Failure("file-too-large", "It holds more than 100 MB when unpacked. Split it.");
      pieces.push(step.value);
    }
  } catch (error) {
    if (error instanceof Failure) {
      reader.cancel().catch(() => undefined);
      throw error;
    }
    throw new Failure("file-unreadable", "It is not a complete .gz file, or it is damaged. Download or pack it again.");
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
