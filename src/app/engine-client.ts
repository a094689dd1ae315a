/** The engine as the page sees it. `worker-engine-client.ts` is the one implementation. */

import type { StoreApi } from "zustand/vanilla";
import type { FailureValue, Result } from "../core/failure.ts";
import type { DeviceChoice, EngineInfo, LoadProgress, ModelSource, ReadOutcome, ReadProgress, ReadRequest, RequestRecord } from "../worker/api.ts";

export type EngineState =
  | { readonly phase: "loading"; readonly progress: LoadProgress | undefined }
  | { readonly phase: "ready"; readonly info: EngineInfo }
  /** The worker died; it is being started again with the model from the cache. */
  | { readonly phase: "restarting"; readonly attempt: number }
  | { readonly phase: "failed"; readonly failure: FailureValue };

export interface EngineClient {
  readonly state: StoreApi<EngineState>;
  /** Starts the worker and loads the model; called again with another choice, starts over. Never throws. */
  start(device: DeviceChoice, model: ModelSource): void;
  /**
   * Reads a note as soon as the engine is ready, however long that takes; a newer call supersedes an older one.
   * Survives a restart of the worker: the reading begins again by itself.
   */
  read(request: ReadRequest, onProgress: (progress: ReadProgress) => void): Promise<Result<ReadOutcome>>;
  cancel(): void;
  /** Requests made inside the worker since it was first started. */
  requests(): Promise<readonly RequestRecord[]>;
}
