/** Bootstrap intervals (Efron 1979, percentile method), with a seeded generator: same input, same interval. */

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
  const random = mulberry32(seed);
  const figures = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    figures[sample] = figure(Array.from(items, () => items[Math.floor(random() * items.length)] as T));
  }
  figures.sort();
  const quantile = (share: number): number => figures[Math.round(share * (samples - 1))] ?? 0;
  return { low: quantile(0.025), high: quantile(0.975) };
}

/** Uniform in [0, 1). Public domain, Tommy Ettinger. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
