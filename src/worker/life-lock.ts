/** A sign of life that needs no polling: the browser frees the lock when this worker ends, however it ends. */

/** What the worker says once it holds the lock. */
const ALIVE = "alive";

/** Holds the lock until the worker ends. Posts `ALIVE` and resolves when it has it. */
export function holdLifeLock(name: string): Promise<void> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, () => {
      postMessage(ALIVE);
      resolve();
      return new Promise<never>(() => undefined);
    });
  });
}
