/**
 * Starts the engine's worker through a blob: module that imports it. A blob worker inherits the page's policy,
 * a worker loaded from its own URL only what its own response says: nothing, on a host that sets no headers.
 */
import workerUrl from "../worker/worker.ts?worker&url";

/** A window, as far as it is needed to start a worker. */
export type WorkerOwner = Pick<typeof globalThis, "Worker">;

/**
 * `name` is the name of the lock that the worker holds while it lives. `owner`: the window whose policy it inherits.
 */
export function startWorker(name: string, owner: WorkerOwner): Worker {
  const absoluteUrl = new URL(workerUrl, import.meta.url).href; // a blob: URL is no base for a relative one
  const bootstrap = new Blob([`import ${JSON.stringify(absoluteUrl)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(bootstrap);
  const worker = new owner.Worker(url, { type: "module", name });
  const release = () => URL.revokeObjectURL(url);
  worker.addEventListener("message", release, { once: true });
  worker.addEventListener("error", release, { once: true });
  return worker;
}
