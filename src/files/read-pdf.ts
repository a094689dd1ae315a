/** The text layer of a PDF. Nothing is drawn, run or fetched. */

import { Failure } from "../core/failure.ts";
import { PDF_PAGES } from "./limits.ts";
import { pageText, type PdfPiece } from "./pdf-layout.ts";

export interface PdfText {
  /** Pages are parted by a blank line. */
  readonly text: string;
  /** Pages without text, from 1. */
  readonly emptyPages: readonly number[];
}

export interface PdfOptions {
  readonly signal: AbortSignal;
  /** Runs pdf-worker.ts; undefined where there are no workers (Node): then it reads on this thread. */
  readonly worker: Worker | undefined;
  /** The share of the pages that is read, 0 to 1. */
  readonly onPage?: (share: number) => void;
}

/** Takes `bytes` over. @throws Failure `file-unreadable`, `file-protected`, `file-too-large`; the signal's reason. */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>, { signal, worker, onPage }: PdfOptions): Promise<PdfText> {
  // The legacy build: hospitals' browsers are not always this year's.
  const { getDocument, PDFWorker, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    data: bytes,
    ...(worker && { worker: PDFWorker.create({ port: worker, verbosity: VerbosityLevel.ERRORS }) }),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
  });
  const orStopped = raceWith(signal, worker);
  try {
    const document = await orStopped(task.promise);
    if (document.numPages > PDF_PAGES) throw new Failure("file-too-large", "It has more than 3,000 pages. Split it.");
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await orStopped(document.getPage(number));
      const { items } = await orStopped(page.getTextContent());
      pages.push(pageText(items.flatMap((item) => ("str" in item ? [piece(item)] : []))));
      page.cleanup();
      onPage?.(number / document.numPages);
    }
    const text = pages.filter(Boolean).join("\n\n");
    if (text === "") throw new Failure("file-unreadable", "It has no text, only pictures of pages. Run it through OCR first.");
    return { text, emptyPages: pages.flatMap((page, i) => (page === "" ? [i + 1] : [])) };
  } catch (error) {
    if (error instanceof Failure || signal.aborted) throw error;
    throw failureOf(error);
  } finally {
    const gone = task.destroy();
    // A worker that hangs or died would be waited for without end.
    await orStopped(gone).catch(() => undefined);
  }
}

/** What is waited for ends with the import, and with the worker. */
function raceWith(signal: AbortSignal, worker: Worker | undefined): <T>(promise: Promise<T>) => Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    worker?.addEventListener("error", () => reject(new Failure("network", "The part of the page that reads PDFs could not be loaded. Check the connection and open the file again.")), { once: true });
  });
  stopped.catch(() => undefined);
  return (promise) => Promise.race([promise, stopped]);
}

/** pdf.js's own messages are not shown. */
function failureOf(error: unknown): Failure {
  const name = error instanceof Error ? error.name : "";
  return name === "PasswordException"
    ? new Failure("file-protected", "It needs a password. Save a copy without one in a PDF reader, then open that.")
    : new Failure("file-unreadable", "It is damaged. Open it in a PDF reader and save it again.");
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
}

function piece({ str, transform, width, height }: TextItem): PdfPiece {
  const [x, y] = [Number(transform[4]), Number(transform[5])];
  return { text: str.replaceAll("\u0000", ""), x, y, width, height };
}
