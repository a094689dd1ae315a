/** A file's bytes become a note's text, or a sentence that says why not. */

import type { Result } from "../core/failure.ts";

export const LARGEST_FILE_BYTES = 5_000_000;

export interface NoteFile {
  readonly text: string;
  /** What the user should know about how the file was read. */
  readonly notice: string | undefined;
}

const unreadable = (message: string): Result<NoteFile> => ({ ok: false, failure: { code: "file-unreadable", message } });

/** Reads UTF-8 (UTF-16 where a byte order mark says so), else Windows-1252. A byte order mark is not part of the text. */
export function decodeNote(bytes: Uint8Array): Result<NoteFile> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const decoded = decode(bytes, encoding) ?? decode(bytes, "windows-1252");
  if (decoded === undefined || looksBinary(decoded)) {
    return unreadable("This file is not plain text. Open a .txt or .md file, or paste the note.");
  }
  if (!/\S/.test(decoded)) return unreadable("This file is empty. Open another one, or paste the note.");
  const notice =
    decode(bytes, encoding) === undefined
      ? "This file is not UTF-8, so it was read as Windows-1252. Please check its accents and signs."
      : undefined;
  return { ok: true, value: { text: decoded, notice } };
}

/** Never rejects. */
export async function readNoteFile(file: File): Promise<Result<NoteFile>> {
  if (file.size > LARGEST_FILE_BYTES) {
    return {
      ok: false,
      failure: { code: "note-too-large", message: "This file is larger than 5 MB. Split it, or paste the part that matters." },
    };
  }
  try {
    return decodeNote(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return unreadable("This file could not be opened. Check that it still exists, or paste the note.");
  }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Control characters other than tab, line feed, form feed and carriage return: a note has none, a picture or a Word file many. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 65_536);
  const controls = start.match(/[\u0000-\u0008\u000b\u000e-\u001f]/g)?.length ?? 0;
  return start.includes("\u0000") || controls > start.length / 100;
}
