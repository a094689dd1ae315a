/** Notices a worker that neither tells of progress nor answers. */

export interface StallWatch {
  /** A sign of life. */
  beat(): void;
  stop(): void;
}

const TICK_MS = 5_000;
const SILENT_TICKS = 6; // 30 s

/** Counts ticks, not clock time: a machine that slept does not look like a hung worker. */
export function watchStall(onStall: () => void): StallWatch {
  let silentTicks = 0;
  const timer = setInterval(() => {
    silentTicks += 1;
    if (silentTicks < SILENT_TICKS) return;
    clearInterval(timer);
    onStall();
  }, TICK_MS);
  return {
    beat() {
      silentTicks = 0;
    },
    stop: () => clearInterval(timer),
  };
}
