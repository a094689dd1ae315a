/** A sign of life that needs no polling: the browser frees the lock when this worker ends, however it ends. */

/** What the worker says once it holds the lock. */
export const ALIVE = "alive";

/** Holds the lock until the worker ends; posts `ALIVE` when it has it. */
export function holdLifeLock(name: string): void {
  void navigator.locks.request(name, () => {
    postMessage(ALIVE);
    return new Promise<never>(() => undefined);
  });
}
