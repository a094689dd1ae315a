/** How many WASM threads to use. */

const MOST_THREADS = 4; // more lose: onnxruntime's pool spins (docs/architecture.md)

/** Half the cores, at least two where there are two, at most four; one where the page is not cross-origin isolated. */
export function threadCount(cores: number, isolated: boolean): number {
  if (!isolated || cores < 2) return 1;
  return Math.min(MOST_THREADS, Math.max(2, Math.ceil(cores / 2)));
}
