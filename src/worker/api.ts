/** What crosses between page and worker (comlink). Types only. Expected failures cross as values. */

import type { Result } from "../core/failure.ts";
import type { Mention, NoteOffset, Provenance } from "../core/types.ts";

export type Device = "wasm" | "webgpu";
/** `auto`: WebGPU where an adapter that is not a software one passes the self-check, else WASM. */
export type DeviceChoice = "auto" | Device;

export type ModelSource =
  /** Absolute URL of the model's folder, with a trailing slash. */
  | { readonly kind: "server"; readonly url: string }
  /** A model's folder that the user chose: all files in it. Nothing of it is kept. */
  | { readonly kind: "folder"; readonly files: readonly File[] };

export interface LoadRequest {
  readonly model: ModelSource;
  readonly device: DeviceChoice;
}

export type LoadProgress =
  | { readonly step: "files"; readonly loadedBytes: number; readonly totalBytes: number; readonly fromCache: boolean }
  | { readonly step: "engine" } // compile, create the session, warm up
  | { readonly step: "self-check" };

export interface EngineInfo {
  readonly modelName: string;
  readonly modelVersion: string;
  readonly device: Device;
  readonly threads: number;
  /** Why the preferred device is not used, for the user; absent when it is. */
  readonly fallbackReason?: string;
  readonly loadMs: number;
}

export interface ReadRequest {
  /** Grows with every edit. A newer request ends an older one between two chunks. */
  readonly revision: number;
  readonly text: string;
  /** The visible part, UTF-16 offsets: its chunks are read first. */
  readonly visible: { readonly start: number; readonly end: number };
}

export interface ReadProgress {
  readonly revision: number;
  /** Mentions of the whole note as far as read, in order and disjoint. */
  readonly mentions: readonly Mention[];
  /** Parts already read, UTF-16, in order and disjoint. */
  readonly covered: readonly { readonly start: NoteOffset; readonly end: NoteOffset }[];
  readonly doneChunks: number;
  readonly totalChunks: number;
}

export type ReadOutcome =
  | {
      readonly kind: "done";
      readonly revision: number;
      readonly mentions: readonly Mention[];
      readonly chunks: number;
      /** Chunks that went through the network this time; the others came from the cache. */
      readonly inferredChunks: number;
      readonly words: number;
      readonly latencyMs: number;
      readonly provenance: Provenance;
    }
  | { readonly kind: "superseded"; readonly revision: number };

/** One network request made inside the worker. */
export interface RequestRecord {
  readonly url: string;
  readonly startedAt: number; // milliseconds since the epoch
  readonly sizeBytes: number; // 0 when it came from a cache
  readonly by: "page" | "worker" | "service worker";
}

export interface EngineApi {
  load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<Result<EngineInfo>>;
  /** `onProgress` is called at most every 100 ms, less often in very long notes. */
  read(request: ReadRequest, onProgress: (progress: ReadProgress) => void): Promise<Result<ReadOutcome>>;
  /** Ends the reading under way between two chunks. */
  cancel(): void;
  requests(): readonly RequestRecord[];
}
