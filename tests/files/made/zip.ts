/** Zip files, also such as no program writes. */

import { strToU8, zipSync } from "fflate";

type Content = string | Uint8Array;
const asBytes = (content: Content): Uint8Array => (typeof content === "string" ? strToU8(content) : content);

export const zip = (files: Readonly<Record<string, Content>>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, asBytes(content)]))));

const DIRECTORY_ENTRY = [0x50, 0x4b, 0x01, 0x02];

/** The zip with a field of each directory entry overwritten: 2 or 4 bytes at `at` (PKWARE APPNOTE 4.3.12). */
export function withField(bytes: Uint8Array<ArrayBuffer>, at: number, value: number, size: 2 | 4): Uint8Array<ArrayBuffer> {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let i = 0; i + 46 <= changed.length; i++) {
    if (!DIRECTORY_ENTRY.every((byte, k) => changed[i + k] === byte)) continue;
    if (size === 2) view.setUint16(i + at, value, true);
    else view.setUint32(i + at, value, true);
  }
  return changed;
}

export const FLAGS = 8;
export const METHOD = 10;
export const INFLATED_SIZE = 24;
