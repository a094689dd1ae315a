/** Bootstrap intervals (Efron 1979, percentile method), with a seeded generator: same input, same interval. */

import { seededRandom } from "./seeded-random.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % interval of `figure` over items (notes, or their tallies) drawn with replacement. @throws RangeError unless `samples` ≥ 1 */
export function bootstrapInterval<T>(
  items: readonly T[],
  figure: (drawn: readonly T[]) => number,
  { seed, samples }: { readonly seed: number; readonly samples: number },
): Interval {
  if (!Number.isInteger(samples) || samples < 1) throw new RangeError(`not a number of samples: ${samples}`);
  const random = seededRandom(seed);
  const figures = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    figures[sample] = figure(Array.from(items, () => items[Math.floor(random() * items.length)] as T));
  }
  figures.sort();
  const quantile = (share: number): number => figures[Math.round(share * (samples - 1))] ?? 0;
  return { low: quantile(0.025), high: quantile(0.975) };
}
