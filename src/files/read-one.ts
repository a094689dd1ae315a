/** One file to its notes, by the reader of its kind. */

import { Failure } from "../core/failure.ts";
import { decodeText } from "./decode-text.ts";
import type { FileItem, NamedFileItem } from "./file-item.ts";
import { fileKind, WORKBOOK, type FileKind } from "./file-kind.ts";
import type { FileSource } from "./file-source.ts";
import { DATA_LIMIT_BYTES, DOCX_LIMIT_BYTES, FILE_LIMIT_BYTES, NOTE_LIMIT, PDF_LIMIT_BYTES, ZIP_LIMIT_BYTES } from "./limits.ts";
import { newNote } from "./new-note.ts";
import { baseName } from "./note-name.ts";
import { readJson, readJsonLines } from "./read-json.ts";
import type { ProgressCount } from "./read-progress.ts";
import { readTable } from "./read-table.ts";
import type { ChooseColumns } from "./table-question.ts";

/** What the files of one import share. */
export interface ReadSession {
  readonly signal: AbortSignal;
  readonly breathe: () => Promise<void>;
  readonly now: () => number;
  readonly progress: ProgressCount;
  readonly chooseColumns: ChooseColumns;
  readonly pdfWorker: () => Worker | undefined;
  /** For what a file holds. `depth`: in how many archives it is. */
  readonly readAll: (sources: readonly FileSource[], depth: number) => AsyncGenerator<NamedFileItem, void>;
}

const LARGEST: Readonly<Record<FileKind, number>> = {
  text: NOTE_LIMIT,
  table: DATA_LIMIT_BYTES,
  json: DATA_LIMIT_BYTES,
  jsonl: DATA_LIMIT_BYTES,
  gzip: DATA_LIMIT_BYTES,
  docx: DOCX_LIMIT_BYTES,
  pdf: PDF_LIMIT_BYTES,
  zip: ZIP_LIMIT_BYTES,
};

/** @throws Failure for what is wrong with the file as a whole; the signal's reason. */
export async function* readOne(source: FileSource, session: ReadSession, depth: number): AsyncGenerator<NamedFileItem, void> {
  const { path, sizeBytes } = source;
  refuseOver(FILE_LIMIT_BYTES, sizeBytes);
  const bytes = await source.bytes();
  session.signal.throwIfAborted();
  const kind = fileKind(path, bytes);
  refuseOver(LARGEST[kind], bytes.length);
  if (kind === "zip") yield* readZip(bytes, path, session, depth);
  else if (kind === "gzip") {
    const { unpackGzip } = await import("./read-gzip.ts");
    yield* session.readAll([await unpackGzip(path, bytes)], depth);
  } else for await (const item of itemsOf(kind, { path, bytes, session })) yield { ...item, path };
}

/** A .txt with the .ann beside it. @throws Failure for what is wrong with the .txt */
export async function* readPair(source: FileSource, ann: FileSource, session: ReadSession): AsyncGenerator<NamedFileItem, void> {
  for (const { sizeBytes } of [source, ann]) refuseOver(NOTE_LIMIT, sizeBytes);
  const [txt, labels, { bratNote }] = [await source.bytes(), await ann.bytes(), await import("./read-brat.ts")];
  fileKind(source.path, txt);
  for (const item of bratNote({ path: source.path, txt, ann: labels, atMs: session.now() })) yield { ...item, path: source.path };
}

function refuseOver(limitBytes: number, sizeBytes: number): void {
  if (sizeBytes <= limitBytes) return;
  throw new Failure("file-too-large", `It is larger than ${limitBytes / 1e6} MB. Split it${limitBytes === NOTE_LIMIT ? ", or paste the part that matters" : ""}.`);
}

async function* readZip(bytes: Uint8Array<ArrayBuffer>, path: string, session: ReadSession, depth: number): AsyncGenerator<NamedFileItem, void> {
  if (depth > 0) throw new Failure("file-kind", "It is a .zip inside a .zip. Unpack the outer one and open this one.");
  const { zipEntries } = await import("./zip-entries.ts");
  const entries = zipEntries(bytes);
  const holds = (start: string) => entries.some((entry) => entry.path.startsWith(start));
  if (holds("word/document.xml")) {
    yield { kind: "note", path, note: newNote(path, await textOfDocx(bytes)) };
  } else if (holds("xl/") && holds("[Content_Types].xml")) {
    throw new Failure("file-kind", WORKBOOK);
  } else {
    for await (const item of session.readAll(entries, depth + 1)) yield { ...item, path: `${path}/${item.path}` };
  }
}

async function textOfDocx(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { docxText } = await import("./read-docx.ts");
  return docxText(bytes);
}

interface OpenFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly session: ReadSession;
}

async function* itemsOf(kind: Exclude<FileKind, "zip" | "gzip">, { path, bytes, session }: OpenFile): AsyncGenerator<FileItem, void> {
  if (kind === "docx") {
    yield { kind: "note", note: newNote(path, await textOfDocx(bytes)) };
    return;
  }
  if (kind === "pdf") {
    const { readPdf } = await import("./read-pdf.ts");
    const onPage = (share: number) => session.progress.part(bytes.length, share);
    const { text, emptyPages } = await readPdf(bytes, { signal: session.signal, worker: session.pdfWorker(), onPage });
    yield { kind: "note", note: newNote(path, text) };
    if (emptyPages.length > 0) yield { kind: "notice", message: `No text on ${pageList(emptyPages)}: run the file through OCR if they are scans.` };
    return;
  }
  const { text, notice } = decodeText(bytes);
  if (notice !== undefined) yield { kind: "notice", message: notice };
  if (kind === "text") yield { kind: "note", note: newNote(path, text) };
  else if (kind === "table") yield* readTable(text, { path, chooseColumns: session.chooseColumns, breathe: session.breathe });
  else if (kind === "jsonl") yield* readJsonLines(text, { path: baseName(path), breathe: session.breathe });
  else yield* readJson(text, { path: baseName(path), breathe: session.breathe });
}

function pageList(pages: readonly number[]): string {
  const some = pages.slice(0, 10).join(", ");
  return `${pages.length === 1 ? "page" : "pages"} ${some}${pages.length > 10 ? ` and ${pages.length - 10} more` : ""}`;
}
