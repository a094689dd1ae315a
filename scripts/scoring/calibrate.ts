/** Temperature scaling (Guo et al. 2017) of mention scores: a score should be the share of mentions that are strictly right. */

export interface ScoredMention {
  readonly score: number;
  /** Start, end and type are those of a gold mention. */
  readonly correct: boolean;
}

export interface ReliabilityBin {
  /** low ≤ score < high; the last bin holds 1. */
  readonly low: number;
  readonly high: number;
  readonly mentions: number;
  readonly meanScore: number;
  /** Share of correct ones. */
  readonly correct: number;
}

export interface Calibration {
  readonly temperature: number;
  /** Mean over mentions of the gap between a bin's mean score and its share of correct ones. */
  readonly expectedError: number;
  readonly uncalibratedError: number;
  readonly bins: readonly ReliabilityBin[];
}

const BINS = 10;
const RANGE = { low: 0.25, high: 8 };
const STEPS = 24;

/** The temperature with the least negative log likelihood. `scoredAt` gives the mentions with their scores at a temperature. */
export async function calibrate(scoredAt: (temperature: number) => Promise<readonly ScoredMention[]>): Promise<Calibration> {
  const loss = async (logTemperature: number): Promise<number> => negativeLogLikelihood(await scoredAt(Math.exp(logTemperature)));
  const temperature = Number(Math.exp(await goldenSection(loss, Math.log(RANGE.low), Math.log(RANGE.high))).toFixed(3));
  const bins = reliability(await scoredAt(temperature));
  return { temperature, bins, expectedError: expectedError(bins), uncalibratedError: expectedError(reliability(await scoredAt(1))) };
}

export function negativeLogLikelihood(mentions: readonly ScoredMention[]): number {
  const tiny = 1e-9;
  const losses = mentions.map(({ score, correct }) => -Math.log(Math.max(tiny, correct ? score : 1 - score)));
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, mentions.length);
}

/** Bins without mentions are left out. */
export function reliability(mentions: readonly ScoredMention[]): ReliabilityBin[] {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = mentions.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === bin);
    return {
      low: bin / BINS,
      high: (bin + 1) / BINS,
      mentions: inside.length,
      meanScore: mean(inside.map(({ score }) => score)),
      correct: mean(inside.map(({ correct }) => Number(correct))),
    };
  }).filter(({ mentions: count }) => count > 0);
}

export function expectedError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { mentions }) => sum + mentions, 0);
  return bins.reduce((sum, bin) => sum + bin.mentions * Math.abs(bin.meanScore - bin.correct), 0) / Math.max(1, total);
}

/** Minimum of a function with one valley. */
async function goldenSection(f: (x: number) => Promise<number>, low: number, high: number): Promise<number> {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [fc, fd] = [await f(c), await f(d)];
  for (let step = 0; step < STEPS; step++) {
    if (fc < fd) {
      [b, d, fd] = [d, c, fc];
      c = b - ratio * (b - a);
      fc = await f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + ratio * (b - a);
      fd = await f(d);
    }
  }
  return (a + b) / 2;
}
