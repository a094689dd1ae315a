/** Starts the engine's worker. */
import workerUrl from "../worker/worker.ts?worker&url";
import { startModuleWorker, type WorkerOwner } from "./start-module-worker.ts";

/** `name` is the name of the lock that the worker holds while it lives. `owner`: the window whose policy it inherits. */
export function startWorker(name: string, owner: WorkerOwner): Worker {
  return startModuleWorker(new URL(workerUrl, import.meta.url).href, name, owner); // a blob: URL is no base for a relative one
}
