/** Long work on the page's own thread, in slices that a hand does not feel. */

const SLICE_MS = 12;

/** Gives the page a turn when the present slice is used up. @throws the signal's reason when the work was called off. */
export function createBreath(signal: AbortSignal): () => Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  return async () => {
    signal.throwIfAborted();
    if (performance.now() < sliceEnd) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceEnd = performance.now() + SLICE_MS;
    signal.throwIfAborted();
  };
}
