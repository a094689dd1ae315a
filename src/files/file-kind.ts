/** What a file is: by its first bytes where they tell, else by its name. */

import { Failure } from "../core/failure.ts";
import { baseName } from "./note-name.ts";

export type FileKind = "text" | "table" | "json" | "jsonl" | "docx" | "pdf" | "zip" | "gzip";

/** Written by systems and programs beside the files of a person; left out without a word. */
const NOT_THE_USERS = /^(\..*|~\$.*|thumbs\.db|desktop\.ini|(annotation|visual|tools|kb_shortcuts)\.conf)$/i;
const isFolderOfSystem = (path: string): boolean => /(^|\/)(__MACOSX|\.git|\.svn)\//.test(path);

export const isIgnored = (path: string): boolean => NOT_THE_USERS.test(baseName(path)) || isFolderOfSystem(path);

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  csv: "table",
  tsv: "table",
  tab: "table",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

export const WORKBOOK = "It is a workbook. Save the sheet with the notes as .csv.";
const RICH_TEXT = "It is rich text. Open it in Word or LibreOffice and save it as .docx or .txt.";
const PICTURE = "It is a picture. Only text can be read: run it through OCR first.";

/** Kinds that hold text we don't read, or none, with the way out. */
const ADVICE: Readonly<Record<string, string>> = {
  ...each("doc", "It is a Word 97 file. Open it in Word or LibreOffice and save it as .docx."),
  ...each("odt", "It is an OpenDocument text. Open it in LibreOffice or Word and save it as .docx."),
  ...each("rtf", RICH_TEXT),
  ...each("xlsx xlsm xlsb xls ods", WORKBOOK),
  ...each("pptx ppt odp", "It is a presentation. Save it as .pdf."),
  ...each("html htm", "It is a web page. Open it in a browser and paste its text."),
  ...each("ann", "It has labels, but no .txt of the same name lies beside it. Open both together."),
  ...each("xml", "It is XML. Take the notes out of it as .txt, .csv or .jsonl."),
  ...each("7z rar tar", "It is an archive of another kind. Unpack it, or pack it again as .zip."),
  ...each("png jpg jpeg gif tif tiff bmp webp heic dcm", PICTURE),
};

function each(extensions: string, advice: string): Record<string, string> {
  return Object.fromEntries(extensions.split(" ").map((extension) => [extension, advice]));
}

export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";

/** @throws Failure `file-kind`, `file-unreadable`, `file-protected` with what to do. */
export function fileKind(path: string, bytes: Uint8Array): FileKind {
  const extension = extensionOf(path);
  if (bytes.length === 0) throw new Failure("file-unreadable", "It is empty.");
  const starts = (...wanted: number[]) => wanted.every((byte, i) => bytes[i] === byte);
  const refuse = (advice: string): never => {
    throw new Failure("file-kind", advice);
  };

  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) {
    const advice = ADVICE[extension];
    return advice === undefined ? (extension === "docx" ? "docx" : "zip") : refuse(advice);
  }
  if (starts(0x1f, 0x8b)) return "gzip";
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d) || (extension === "pdf" && hasPdfHeader(bytes))) return "pdf";
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    // Word wraps an encrypted .docx into the old container.
    if (extension !== "docx") return refuse(ADVICE[extension] ?? "It is an old Office file. Save it as .docx or .csv.");
    throw new Failure("file-protected", "It needs a password. Save a copy without one in Word, then open that.");
  }
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return refuse(RICH_TEXT);
  if (PICTURES.some((magic) => starts(...magic))) return refuse(PICTURE);
  if (extension === "docx") throw new Failure("file-unreadable", "It is not a Word document, or it is damaged. Open it in Word and save it again.");
  if (extension === "pdf") throw new Failure("file-unreadable", "It is not a PDF, or it is damaged. Open it in a PDF reader and save it again.");
  if (extension === "zip") throw new Failure("file-unreadable", "It is not a .zip, or it is damaged. Pack it again.");
  if (extension === "gz") throw new Failure("file-unreadable", "It is not a .gz, or it is damaged. Pack it again.");
  const advice = ADVICE[extension];
  return advice === undefined ? (BY_EXTENSION[extension] ?? "text") : refuse(advice);
}

const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** Readers allow up to 1,024 bytes before it (ISO 32000-1, annex H, implementation note 13). */
const hasPdfHeader = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 1029)).includes("%PDF-");
