/** A window, as far as it is needed to start a worker. */
export type WorkerOwner = Pick<typeof globalThis, "Worker">;

/**
 * Starts a worker through a blob: module that imports it. A blob worker inherits the policy of `owner`, a worker loaded
 * from its own URL only what its own response says: nothing, on a host that sets no headers.
 */
export function startModuleWorker(absoluteUrl: string, name: string, owner: WorkerOwner): Worker {
  const bootstrap = new Blob([`import ${JSON.stringify(absoluteUrl)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(bootstrap);
  const worker = new owner.Worker(url, { type: "module", name });
  const release = () => URL.revokeObjectURL(url);
  worker.addEventListener("message", release, { once: true });
  worker.addEventListener("error", release, { once: true });
  return worker;
}
