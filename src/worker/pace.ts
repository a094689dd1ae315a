/** Pace of a reading: when to tell of it, and how to let messages in. */

/** @returns whether to tell now: at once the first time, then when `intervalMs` have passed. */
export function createThrottle(): (intervalMs: number) => boolean {
  let toldAt = -Infinity;
  return (intervalMs) => {
    const now = performance.now();
    if (now - toldAt < intervalMs) return false;
    toldAt = now;
    return true;
  };
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Resolves after the messages that have already arrived are handled. setTimeout would cost 4 ms each. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
