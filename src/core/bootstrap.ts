/** Bootstrap intervals (Efron 1979, percentile method), with a seeded generator: same input, same interval. */

import { seededRandom } from "./seeded-random.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % interval of `figure` over items (notes, or their tallies) drawn with replacement. @throws RangeError unless `samples` ≥ 1 */
export function bootstrapInterval<T>(items: readonly T[], figure: (drawn: readonly T[]) => number, options: Draws): Interval {
  const figures: number[] = [];
  for (const indices of draws(items.length, options)) figures.push(figure(Array.from(indices, (index) => items[index] as T)));
  return intervalOf(figures);
}

export interface Draws {
  readonly seed: number;
  readonly samples: number;
}

/**
 * The column sums of rows drawn with replacement, one sample at a time: all figures that follow from sums then cost one
 * run over the draws, and are those that `bootstrapInterval` gives with the same seed. The array yielded is used again.
 */
export function* bootstrapSums(rows: readonly (readonly number[])[], options: Draws): Generator<Float64Array> {
  const sums = new Float64Array(rows[0]?.length ?? 0);
  for (const indices of draws(rows.length, options)) {
    sums.fill(0);
    for (const index of indices) {
      const row = rows[index] ?? [];
      for (let column = 0; column < sums.length; column++) sums[column] = (sums[column] ?? 0) + (row[column] ?? 0);
    }
    yield sums;
  }
}

/** The 2.5th to the 97.5th percentile; of nothing, 0. */
export function intervalOf(figures: ArrayLike<number>): Interval {
  const sorted = Float64Array.from(figures).sort();
  const quantile = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: quantile(0.025), high: quantile(0.975) };
}

/** Indices below `size`, as many in a sample. The array yielded is used again. */
function* draws(size: number, { seed, samples }: Draws): Generator<Int32Array> {
  if (!Number.isInteger(samples) || samples < 1) throw new RangeError(`not a number of samples: ${samples}`);
  const random = seededRandom(seed);
  const indices = new Int32Array(size);
  for (let sample = 0; sample < samples; sample++) {
    for (let i = 0; i < size; i++) indices[i] = Math.floor(random() * size);
    yield indices;
  }
}
