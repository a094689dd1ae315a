/** The list of a .zip file's entries, from its central directory (PKWARE APPNOTE 4.3.12 to 4.3.16), before anything is inflated. */

import { Failure } from "../core/failure.ts";

export interface ZipEntry {
  readonly path: string;
  readonly packedBytes: number;
  /** As the directory says it. */
  readonly inflatedBytes: number;
  readonly crc32: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Of the local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ALL_ONES = 0xffffffff;

const damaged = () => new Failure("file-unreadable", "It is not a complete .zip file, or it is damaged. Download or pack it again.");

/** Folders are left out. @throws Failure `file-unreadable` when the directory can't be read to its end. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, offset } = findDirectory(view);
    const entries: ZipEntry[] = [];
    let at = offset;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== ENTRY) throw damaged();
      const nameBytes = view.getUint16(at + 28, true);
      const extraBytes = view.getUint16(at + 30, true);
      entries.push(readEntry(view, at, nameBytes, extraBytes));
      at += 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
    }
    return entries.filter(({ path }) => !path.endsWith("/"));
  } catch (error) {
    if (error instanceof RangeError) throw damaged(); // a position outside the file
    throw error;
  }
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const earliest = Math.max(0, view.byteLength - END_BYTES - 0xffff); // the comment behind it has at most 65,535 bytes
  for (let at = view.byteLength - END_BYTES; at >= earliest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && offset !== ALL_ONES) return { count, offset };
    if (view.getUint32(at - 20, true) !== LOCATOR_64) return { count, offset };
    const end64 = Number(view.getBigUint64(at - 12, true));
    if (view.getUint32(end64, true) !== END_64) throw damaged();
    return { count: Number(view.getBigUint64(end64 + 32, true)), offset: Number(view.getBigUint64(end64 + 48, true)) };
  }
  throw damaged();
}

function readEntry(view: DataView, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes);
  let packedBytes = view.getUint32(at + 20, true);
  let inflatedBytes = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  if (packedBytes === ALL_ONES || inflatedBytes === ALL_ONES || offset === ALL_ONES) {
    let extra = zip64Extra(view, at + 46 + nameBytes, extraBytes);
    const next = (small: number): number => {
      if (small !== ALL_ONES || extra === undefined) return small;
      extra += 8;
      return Number(view.getBigUint64(extra - 8, true));
    };
    inflatedBytes = next(inflatedBytes); // in this order
    packedBytes = next(packedBytes);
    offset = next(offset);
  }
  return {
    path: decodeName(name).replaceAll("\\", "/"),
    packedBytes,
    inflatedBytes,
    crc32: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    offset,
  };
}

function zip64Extra(view: DataView, from: number, length: number): number | undefined {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return undefined;
}

/** The flag for UTF-8 is often missing where it is UTF-8. Else the name is in some code page: close enough for a name. */
function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    return new TextDecoder("windows-1252").decode(name);
  }
}
