import { describe, expect, it } from "vitest";
import { calibrate, expectedError, negativeLogLikelihood, reliability, type ScoredMention } from "../../scripts/scoring/calibrate.ts";

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Mentions whose logits are twice as large as their chance of being right allows. */
const logits = Array.from({ length: 4_000 }, (_, i) => ({ logit: ((i % 400) - 100) / 50, correct: ((i * 7_919) % 4_000) / 4_000 < sigmoid(((i % 400) - 100) / 100) }));
const at = (temperature: number): Promise<ScoredMention[]> =>
  Promise.resolve(logits.map(({ logit, correct }) => ({ score: sigmoid(logit / temperature), correct })));

describe("calibrate", () => {
  it("finds the temperature that overconfident scores need, and the error falls", async () => {
    const { temperature, expectedError: after, uncalibratedError: before } = await calibrate(at);
    expect(temperature).toBeGreaterThan(1.7);
    expect(temperature).toBeLessThan(2.3);
    expect(after).toBeLessThan(before / 2);
  });

  it("puts a score of 1 into the last bin and leaves empty bins out", () => {
    const bins = reliability([{ score: 1, correct: true }, { score: 0.95, correct: false }, { score: 0.1, correct: false }]);
    expect(bins).toEqual([
      { low: 0.1, high: 0.2, mentions: 1, meanScore: 0.1, correct: 0 },
      { low: 0.9, high: 1, mentions: 2, meanScore: 0.975, correct: 0.5 },
    ]);
    expect(expectedError(bins)).toBeCloseTo((0.1 + 2 * 0.475) / 3);
  });

  it("has finite losses for scores of 0 and 1 that are wrong, and none without mentions", () => {
    expect(negativeLogLikelihood([{ score: 1, correct: false }, { score: 0, correct: true }])).toBeGreaterThan(10);
    expect(negativeLogLikelihood([])).toBe(0);
    expect(expectedError([])).toBe(0);
  });
});
