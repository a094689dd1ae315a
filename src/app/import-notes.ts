/** Files come in: read one after the other, their notes handed to the workspace while the rest is still read. */

import { createStore, type StoreApi } from "zustand/vanilla";
import { droppedFiles } from "../files/dropped-files.ts";
import type { FileNote, NamedFileItem } from "../files/file-item.ts";
import { fileSource, type FileSource } from "../files/file-source.ts";
import type { ReadProgress } from "../files/read-progress.ts";
import type { TableChoice } from "../files/table-dialect.ts";
import type { TableQuestion } from "../files/table-question.ts";
import type { Clock } from "./clock.ts";
import type { Notices } from "./notices.ts";
import { secondsLeft, type PaceSample } from "./time-left.ts";
import type { Workspace } from "./workspace/workspace.ts";

export type { TableChoice, TableQuestion };

/** What is to be said about a file. Never its content. */
export interface FileRemark {
  readonly path: string;
  readonly message: string;
}

export type ImportState =
  | { readonly phase: "idle" }
  | {
      readonly phase: "running";
      readonly progress: ReadProgress;
      /** Undefined until it can be told. */
      readonly secondsLeft: number | undefined;
      readonly notes: number;
      readonly problems: number;
      /** Reading waits for the answer. */
      readonly question: TableQuestion | undefined;
    }
  | {
      readonly phase: "done";
      readonly notes: number;
      /** Files that gave no note. */
      readonly unreadFiles: number;
      /** Files of which a part gave no note. */
      readonly partlyReadFiles: number;
      readonly problems: readonly FileRemark[];
      readonly notices: readonly FileRemark[];
      readonly cancelled: boolean;
    };

export interface ImportNotes {
  readonly store: StoreApi<ImportState>;
  /** Fetches the code that reads text, tables and archives, so that opening them asks for nothing. Never rejects. */
  readonly prepare: () => Promise<void>;
  /** Reads these files, after those that are being read. Never rejects. */
  readonly takeFiles: (files: readonly File[]) => Promise<void>;
  /** The same with what was dropped, folders too. To be called while the drop event is handled. */
  readonly takeDropped: (data: DataTransfer) => Promise<void>;
  /** To the open question; `undefined` leaves the table out. */
  readonly answer: (choice: TableChoice | undefined) => void;
  /** Stops reading. Notes that are in stay. */
  readonly cancel: () => void;
  /** Puts the summary away. */
  readonly dismiss: () => void;
}

export interface ImportOptions {
  readonly workspace: Pick<Workspace, "add" | "open">;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly startPdfWorker: () => Worker | undefined;
}

const BATCH_NOTES = 50;
const BATCH_MS = 250;
const NOTHING: ReadProgress = { doneFiles: 0, totalFiles: 0, doneBytes: 0, totalBytes: 0 };

export function createImportNotes({ workspace, notices, clock, startPdfWorker }: ImportOptions): ImportNotes {
  const store = createStore<ImportState>(() => ({ phase: "idle" }));
  let controller = new AbortController();
  let settle: (choice: TableChoice | undefined) => void = () => undefined;
  let last: Promise<void> = Promise.resolve();

  const update = (change: Partial<Extract<ImportState, { phase: "running" }>>) => {
    const state = store.getState();
    if (state.phase === "running") store.setState({ ...state, ...change });
  };

  const read = async (files: readonly FileSource[]): Promise<void> => {
    controller = new AbortController();
    const { signal } = controller;
    const problems: FileRemark[] = [];
    const remarks: FileRemark[] = [];
    const ids: string[] = [];
    const readPaths = new Set<string>();
    let batch: FileNote[] = [];
    let flushedAt = clock.now();
    let first: PaceSample = { atMs: clock.now(), loadedBytes: 0 };
    store.setState({ phase: "running", progress: NOTHING, secondsLeft: undefined, notes: 0, problems: 0, question: undefined });
    notices.clear("file");

    const flush = () => {
      if (batch.length > 0) ids.push(...workspace.add(batch));
      batch = [];
      flushedAt = clock.now();
    };
    const take = (item: NamedFileItem) => {
      if (item.kind === "note") {
        batch.push(item.note);
        readPaths.add(item.path);
      }
      if (item.kind === "problem") problems.push({ path: item.path, message: item.failure.message });
      if (item.kind === "notice") remarks.push({ path: item.path, message: item.message });
      if (batch.length >= BATCH_NOTES || clock.now() - flushedAt >= BATCH_MS) flush();
      update({ notes: ids.length + batch.length, problems: problems.length });
    };

    try {
      const { readFiles } = await import("../files/read-files.ts");
      const items = readFiles(files, {
        signal,
        startPdfWorker,
        now: () => clock.now(),
        onProgress: (progress) => {
          const now = { atMs: clock.now(), loadedBytes: progress.doneBytes };
          update({ progress, secondsLeft: secondsLeft(first, now, progress.totalBytes) });
        },
        async chooseColumns(question) {
          const answered = new Promise<TableChoice | undefined>((resolve) => (settle = resolve));
          update({ question });
          const choice = await answered;
          update({ question: undefined, secondsLeft: undefined });
          const state = store.getState();
          first = { atMs: clock.now(), loadedBytes: state.phase === "running" ? state.progress.doneBytes : 0 };
          return choice;
        },
      });
      for await (const item of items) take(item);
    } catch {
      // The code for it could not be fetched, or a reader has a bug: either way the user is told.
      problems.push({ path: "Import", message: "It stopped. Reload the page and open the files again." });
    }
    flush();
    finish({ files: files.length, ids, readPaths, problems, remarks, cancelled: signal.aborted });
  };

  const finish = ({ files, ids, readPaths, problems, remarks, cancelled }: Outcome) => {
    const [only] = ids;
    const [remark, second] = [...problems, ...remarks];
    // One file is not worth a summary: it is simply there, or the one thing to say is said.
    if (files === 1 && ids.length <= 1 && second === undefined && !cancelled) {
      store.setState({ phase: "idle" }, true);
      if (only !== undefined) workspace.open(only);
      if (remark) notices.show({ kind: problems.length > 0 ? "failure" : "info", about: "file", message: `${remark.path}: ${remark.message}` });
      return;
    }
    const troubled = [...new Set(problems.map(({ path }) => path))];
    const partlyReadFiles = troubled.filter((path) => readPaths.has(path)).length;
    const unreadFiles = troubled.length - partlyReadFiles;
    store.setState({ phase: "done", notes: ids.length, unreadFiles, partlyReadFiles, problems, notices: remarks, cancelled }, true);
  };

  const enqueue = (files: Promise<readonly FileSource[]>): Promise<void> => {
    last = last.then(async () => {
      const known = await files;
      if (known.length > 0) await read(known);
    });
    return last;
  };

  return {
    store,
    async prepare() {
      await Promise.allSettled([
        import("../files/read-files.ts"),
        import("papaparse"),
        import("../files/zip-entries.ts"),
        import("../files/read-gzip.ts"),
        import("../files/read-brat.ts"),
      ]);
    },
    takeFiles: (files) => enqueue(Promise.resolve(files.map((file) => fileSource(file)))),
    takeDropped: (data) => enqueue(droppedFiles(data)),
    answer: (choice) => settle(choice),
    cancel() {
      controller.abort();
      settle(undefined);
    },
    dismiss() {
      if (store.getState().phase === "done") store.setState({ phase: "idle" }, true);
    },
  };
}

interface Outcome {
  readonly files: number;
  readonly ids: readonly string[];
  readonly readPaths: ReadonlySet<string>;
  readonly problems: readonly FileRemark[];
  readonly remarks: readonly FileRemark[];
  readonly cancelled: boolean;
}
