/** One living worker: its interface, and word of its death at once. */

import { wrap, type Remote } from "comlink";
import type { EngineApi } from "../worker/api.ts";
import type { WorkerOwner } from "./start-module-worker.ts";
import { startWorker } from "./start-worker.ts";

export interface WorkerConnection {
  readonly api: Remote<EngineApi>;
  /** Ends the worker. `onDeath` is not called any more. */
  close(): void;
}

/** A worker script that has not come within this time never will. */
const START_TIMEOUT_MS = 60_000;

/** Calls `onDeath` at most once: when the worker could not start, failed, closed itself or was ended by the browser. */
export function connectWorker(onDeath: () => void, owner: WorkerOwner): WorkerConnection {
  const lockName = `chartlight-worker-${crypto.randomUUID()}`;
  const worker = startWorker(lockName, owner);
  const closing = new AbortController();

  const close = () => {
    closing.abort();
    clearTimeout(startTimer);
    worker.terminate();
  };
  const die = () => {
    if (closing.signal.aborted) return;
    close();
    onDeath();
  };
  const startTimer = setTimeout(die, START_TIMEOUT_MS);

  worker.addEventListener("error", die);
  // The worker's first word says that it holds the lock (src/worker/life-lock.ts). We get the lock when it is no more.
  const onFirstWord = () => {
    clearTimeout(startTimer);
    navigator.locks.request(lockName, { signal: closing.signal }, die).catch(() => undefined); // rejects on close
  };
  worker.addEventListener("message", onFirstWord, { once: true });
  return { api: wrap<EngineApi>(worker), close };
}
