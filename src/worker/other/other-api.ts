/** What crosses between page and the worker of another student (comlink). Types only. Expected failures cross as values. */

import type { Result } from "../../core/failure.ts";
import type { NamedSpan } from "../../core/other-student/label-spans.ts";

/** A file of a folder, or a .zip. */
export interface OtherFile {
  /** With "/" between folders and name. */
  readonly path: string;
  readonly file: File;
}

/** An .onnx file among which the user chooses; the best for a processor is the first. */
export interface GraphChoice {
  readonly path: string;
  readonly sizeBytes: number;
}

export interface ExportFacts {
  /** The folder's name, else the kind of network. */
  readonly name: string;
  readonly modelType: string;
  /** Of the tokeniser. */
  readonly family: string;
  readonly vocabulary: number;
  readonly maxTokens: number;
  /** What its labels name, each once. */
  readonly labels: readonly string[];
  readonly graphs: readonly GraphChoice[];
}

export interface OtherLoadRequest {
  /** Of one of the graphs. */
  readonly graph: string;
  /** The engine, fetched by the page. */
  readonly wasmBinary: ArrayBuffer;
}

export interface OtherReading {
  /** By the network's own names, in order and disjoint. */
  readonly spans: readonly NamedSpan[];
  readonly windows: number;
  readonly latencyMs: number;
}

export interface OtherStudentApi {
  /** Looks at the files. Called first, once. */
  inspect(files: readonly OtherFile[]): Promise<Result<ExportFacts>>;
  /** After `inspect`; again only after a failure. */
  load(request: OtherLoadRequest): Promise<Result<{ readonly loadMs: number; readonly threads: number }>>;
  /** Undefined: a newer call ended it. `onProgress` is a sign of life, with the share that is read, 0 to 1. */
  read(note: string, onProgress: (share: number) => void): Promise<Result<OtherReading | undefined>>;
}
