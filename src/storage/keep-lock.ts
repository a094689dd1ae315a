/**
 * One page at a time reads and writes the kept notes, so that two tabs never overwrite each other. The browser gives
 * the lock back when a page closes or crashes.
 */

export interface KeepLock {
  /** Resolves when this page has the lock; `onWait` tells that another page has it for now. A second call waits with the first. */
  take(onWait: () => void): Promise<void>;
  giveBack(): void;
}

const NAME = "chartlight-notes";
/** A page that is being reloaded still has it for a moment. */
const GRACE_MS = 700;

export function createKeepLock(): KeepLock {
  let taking: Promise<void> | undefined;
  let release = (): void => undefined;
  return {
    take(onWait) {
      taking ??= new Promise((taken) => {
        const timer = setTimeout(onWait, GRACE_MS);
        const held = new Promise<void>((resolve) => {
          release = resolve;
        });
        void navigator.locks.request(NAME, () => {
          clearTimeout(timer);
          taken();
          return held;
        });
      });
      return taking;
    },
    giveBack() {
      release();
      taking = undefined;
    },
  };
}
