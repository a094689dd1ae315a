/** Bytes become text, or a sentence that says why not. */

import { Failure } from "../core/failure.ts";

export interface DecodedText {
  /** A byte order mark is not part of it. Line ends as they are. */
  readonly text: string;
  /** What the user should know about how the bytes were read. */
  readonly notice: string | undefined;
}

/** Reads UTF-8 (UTF-16 where a byte order mark says so), else Windows-1252. Blank text is text. @throws Failure `file-unreadable` */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const strict = decode(bytes, encoding);
  const text = strict ?? decode(bytes, "windows-1252");
  if (text === undefined || looksBinary(text)) {
    throw new Failure("file-unreadable", "It is not plain text. Save it as .txt, .docx or .pdf, or paste the note.");
  }
  const notice = strict === undefined ? "It is not UTF-8, so it was read as Windows-1252. Please check its accents and signs." : undefined;
  return { text, notice };
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
