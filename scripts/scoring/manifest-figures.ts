/** Measured figures in a model's manifest. */

import type { Manifest } from "../../src/core/manifest.ts";
import { writeManifest } from "../onnx/model-folder.ts";
import { manifestOf } from "../reading/open-model.ts";
import type { Calibration } from "./calibrate.ts";
import type { FileScore } from "./file-score.ts";

/** The score of the same data and guideline is replaced. */
export function withScore(manifest: Manifest, { data, guideline, scores, types }: FileScore): Manifest {
  const f1 = (part: "strict" | "overlap") => Object.fromEntries(types.map((type) => [type, rounded(scores[part][type]?.rates.f1 ?? 0)]));
  const assertion = scores.assertion && { assertionAccuracy: rounded(scores.assertion.accuracy) };
  const others = manifest.scores.filter((score) => score.data !== data || score.guideline !== guideline);
  return { ...manifest, scores: [...others, { data, guideline, strictF1: f1("strict"), overlapF1: f1("overlap"), ...assertion }] };
}

export function withCalibration(manifest: Manifest, { temperature, expectedError }: Calibration): Manifest {
  return { ...manifest, calibration: { tagTemperature: temperature, expectedError: rounded(expectedError) } };
}

export async function amendManifest(folder: string, change: (manifest: Manifest) => Manifest): Promise<void> {
  await writeManifest(folder, change(await manifestOf(folder)));
}

const rounded = (value: number): number => Number(value.toFixed(4));
