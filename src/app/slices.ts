/** Long work on the page's own thread, in slices that nobody feels. */

const SLICE_MS = 8;

export interface SliceOptions<P> {
  readonly signal: AbortSignal;
  /** At most once a slice. */
  readonly onProgress?: (progress: P) => void;
}

/** The result of the steps; between slices the page gets its turn. Rejects with the signal's reason when it is aborted. */
export async function inSlices<P, T>(steps: Generator<P, T>, { signal, onProgress }: SliceOptions<P>): Promise<T> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < sliceEnd) continue;
    onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceEnd = performance.now() + SLICE_MS;
  }
}
