/** Bootstrap intervals over notes, with a seeded generator: same input, same interval. */

import type { ScoredNote } from "./metrics.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % percentile interval of `figure` over notes drawn with replacement. */
export function bootstrapInterval(
  notes: readonly ScoredNote[],
  figure: (notes: readonly ScoredNote[]) => number,
  { seed, samples }: { readonly seed: number; readonly samples: number },
): Interval {
  throw new Error(`not written yet: ${notes.length} ${typeof figure} ${seed} ${samples}`);
}
