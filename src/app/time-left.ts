/** An estimate of the seconds that a download still takes, from its pace so far. */

export interface PaceSample {
  readonly atMs: number;
  readonly loadedBytes: number;
}

/** Undefined while the pace is not yet known (less than half a second, or nothing loaded since `first`). */
export function secondsLeft(first: PaceSample, now: PaceSample, totalBytes: number): number | undefined {
  const elapsedMs = now.atMs - first.atMs;
  const gained = now.loadedBytes - first.loadedBytes;
  if (elapsedMs < 500 || gained <= 0) return undefined;
  return Math.ceil(((totalBytes - now.loadedBytes) / gained) * (elapsedMs / 1000));
}
