/** The entries of a .zip file, each inflated only when it is asked for, never to more than its directory says. */

import { inflateSync } from "fflate";
import { Failure } from "../core/failure.ts";
import { crc32 } from "./crc32.ts";
import type { FileSource } from "./file-source.ts";
import { ZIP_ENTRIES, ZIP_INFLATED_BYTES, ZIP_RATIO, ZIP_RATIO_FROM_BYTES } from "./limits.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

const STORED = 0;
const DEFLATED = 8;

/**
 * The sizes in the directory are checked first, all together, so an entry that is named many times counts each time.
 * @throws Failure `file-too-large` for a bomb, `file-unreadable` for what is no complete .zip.
 */
export function zipEntries(bytes: Uint8Array): FileSource[] {
  const entries = readZipDirectory(bytes);
  if (entries.length > ZIP_ENTRIES) throw new Failure("file-too-large", "It holds more than 20,000 files. Pack fewer into one .zip.");
  const inflatedBytes = entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0);
  if (inflatedBytes > ZIP_INFLATED_BYTES) throw new Failure("file-too-large", "It holds more than 500 MB when unpacked. Pack fewer files into one .zip.");
  const packedBytes = Math.min(bytes.length, entries.reduce((sum, entry) => sum + entry.packedBytes, 0));
  if (inflatedBytes > ZIP_RATIO_FROM_BYTES && inflatedBytes > packedBytes * ZIP_RATIO) {
    throw new Failure("file-too-large", "It unpacks to more than 200 times its size, as notes never do. Unpack it yourself and open what you need.");
  }
  return entries.map((entry) => ({
    path: entry.path,
    sizeBytes: entry.inflatedBytes,
    bytes: () => Promise.resolve().then(() => inflated(bytes, entry)),
  }));
}

function inflated(bytes: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  if (entry.encrypted) throw new Failure("file-protected", "It needs a password. Unpack the .zip yourself and open the files.");
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new Failure("file-unreadable", "It is packed in a way that is not read here. Unpack the .zip yourself and open the files.");
  }
  const content = tryInflate(bytes, entry);
  if (content?.length !== entry.inflatedBytes || crc32(content) !== entry.crc32) {
    throw new Failure("file-unreadable", "It is damaged inside the .zip. Download or pack it again.");
  }
  return content;
}

function tryInflate(bytes: Uint8Array, { offset, packedBytes, inflatedBytes, method }: ZipEntry): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // The local header has lengths of its own.
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const packed = bytes.slice(start, start + packedBytes);
    // An output buffer that is given does not grow: the directory's size, checked before, is the most it can be.
    return method === STORED ? packed : inflateSync(packed, { out: new Uint8Array(inflatedBytes) });
  } catch {
    return undefined;
  }
}
