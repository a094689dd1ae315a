/** Files become notes. The one way in for whatever a person chooses or drops. */

import { Failure, type FailureValue } from "../core/failure.ts";
import { unitsOf } from "./brat-pairs.ts";
import { createBreath } from "./breathe.ts";
import type { NamedFileItem } from "./file-item.ts";
import { isIgnored } from "./file-kind.ts";
import type { FileSource } from "./file-source.ts";
import { IMPORT_LIMIT, IMPORT_NOTES } from "./limits.ts";
import { readOne, readPair, type ReadSession } from "./read-one.ts";
import { countProgress, type ReadProgress } from "./read-progress.ts";
import { askOnce, type ChooseColumns } from "./table-question.ts";

export interface ReadOptions {
  readonly chooseColumns: ChooseColumns;
  /** Called for the first PDF, and again when that worker died; undefined where there are no workers. */
  readonly startPdfWorker: () => Worker | undefined;
  /** Aborted, the items end. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReadProgress) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * The notes of all files, by path, and what was wrong with which. One bad file never stops the others, and nothing
 * that is wrong with a file is thrown. Never holds more than one file's bytes, an open archive aside.
 */
export async function* readFiles(files: readonly FileSource[], options: ReadOptions): AsyncGenerator<NamedFileItem, void> {
  const { signal, onProgress, startPdfWorker, chooseColumns, now } = options;
  let pdfWorker: Worker | undefined;
  const session: ReadSession = {
    signal,
    now,
    breathe: createBreath(signal),
    progress: countProgress(onProgress),
    chooseColumns: askOnce(chooseColumns),
    pdfWorker() {
      if (pdfWorker === undefined) {
        pdfWorker = startPdfWorker();
        pdfWorker?.addEventListener("error", () => (pdfWorker = undefined), { once: true }); // the next PDF gets another
      }
      return pdfWorker;
    },
    readAll: (sources, depth) => readAll(sources, session, depth),
  };
  let notes = 0;
  let length = 0;
  try {
    for await (const item of readAll(files, session, 0)) {
      if (item.kind === "note") {
        notes++;
        length += item.note.text.length;
        if (notes > IMPORT_NOTES || length > IMPORT_LIMIT) {
          yield { kind: "problem", path: item.path, failure: { code: "file-too-large", message: "The import stopped here: one takes 50,000 notes or 300 million characters at most." } };
          return;
        }
      }
      yield item;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    pdfWorker?.terminate();
  }
}

async function* readAll(sources: readonly FileSource[], session: ReadSession, depth: number): AsyncGenerator<NamedFileItem, void> {
  const wanted = sources.filter(({ path }) => !isIgnored(path)).sort((a, b) => byPath.compare(a.path, b.path));
  session.progress.expect(wanted);
  for (const { source, ann } of unitsOf(wanted)) {
    await session.breathe();
    try {
      if (ann === undefined) yield* readOne(source, session, depth);
      else yield* readPair(source, ann, session);
    } catch (error) {
      session.signal.throwIfAborted();
      yield { kind: "problem", path: source.path, failure: failureOf(error) };
    }
    session.progress.done(source.sizeBytes);
    if (ann) session.progress.done(ann.sizeBytes);
  }
}

/** "note 2" before "note 10". */
const byPath = new Intl.Collator("en", { numeric: true });

function failureOf(error: unknown): FailureValue {
  if (error instanceof Failure) return { code: error.code, message: error.message };
  // A library's own message may quote the file.
  return { code: "file-unreadable", message: "It could not be read. Save it again, as .txt if need be, or paste the note." };
}
