/** Scores as text for a terminal. */

import { ASSERTIONS } from "../../src/core/types.ts";
import type { Calibration } from "./calibrate.ts";
import type { FileScore } from "./file-score.ts";

export function scoreTable(score: FileScore): string {
  const { scores, intervals } = score;
  const rows = [...score.types, "micro" as const].flatMap((type) =>
    (["strict", "overlap"] as const).map((part) => {
      const found = scores[part][type];
      const interval = intervals[part][type];
      if (!found || !interval) return "";
      const { precision, recall, f1 } = found.rates;
      const figures = [precision, recall, f1].map((rate) => rate.toFixed(3)).join("  ");
      return `  ${type.padEnd(11)} ${part.padEnd(8)} ${figures}  [${interval.low.toFixed(3)}, ${interval.high.toFixed(3)}]  ${found.counts.gold}`;
    }),
  );
  const head = `${score.data}, guideline ${score.guideline}, ${score.notes} notes\n  ${"".padEnd(20)} prec   recall F1     95 % of F1      gold`;
  return [head, ...rows, ...assertionRows(score)].join("\n");
}

function assertionRows({ scores: { assertion } }: FileScore): string[] {
  if (!assertion) return [];
  const short = ASSERTIONS.map((name) => name.slice(0, 7).padStart(8)).join("");
  const rows = ASSERTIONS.map((gold) => `  ${gold.padEnd(13)}${ASSERTIONS.map((found) => String(assertion.confusion[gold][found]).padStart(8)).join("")}`);
  return [`  assertion accuracy ${assertion.accuracy.toFixed(3)} of ${assertion.total} strict hits; gold down, found across`, `  ${"".padEnd(13)}${short}`, ...rows];
}

export function calibrationTable({ temperature, expectedError, uncalibratedError, bins }: Calibration): string {
  const rows = bins.map(({ low, high, mentions, meanScore, correct }) =>
    `  ${low.toFixed(1)}–${high.toFixed(1)}  ${String(mentions).padStart(6)}  ${meanScore.toFixed(3)}  ${correct.toFixed(3)}`,
  );
  return [
    `temperature ${temperature.toFixed(3)}: expected calibration error ${expectedError.toFixed(4)} (${uncalibratedError.toFixed(4)} at temperature 1)`,
    "  score    mentions  mean   right",
    ...rows,
  ].join("\n");
}
