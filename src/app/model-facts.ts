/** What the model's manifest says about it, for the panel behind the model chip. */

import { Failure, type Result } from "../core/failure.ts";
import { parseManifest, type Manifest } from "../core/manifest.ts";

export interface ModelFacts {
  readonly manifest: Manifest;
  /** What a first load fetches. */
  readonly sizeBytes: number;
  readonly cardUrl: string;
}

/** Asked for while the page starts, so that opening the panel makes no request. Never rejects. */
export async function loadModelFacts(modelUrl: string): Promise<Result<ModelFacts>> {
  try {
    const response = await fetch(`${modelUrl}manifest.json`);
    if (!response.ok) throw new Failure("model-missing", "The model's manifest is not where it should be.");
    const manifest = parseManifest(await response.json());
    const { vocabulary, weights, wasmGraph } = manifest.files;
    const sizeBytes = [vocabulary, weights, wasmGraph].reduce((sum, file) => sum + file.sizeBytes, 0);
    return { ok: true, value: { manifest, sizeBytes, cardUrl: `${modelUrl}README.md` } };
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure("network", "The model's facts could not be loaded.");
    return { ok: false, failure: { code: failure.code, message: failure.message } };
  }
}
