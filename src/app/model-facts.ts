/** What the model's manifest says about it, for the panel behind the model chip. */

import { Failure, type Result } from "../core/failure.ts";
import { parseManifest, type Manifest } from "../core/manifest.ts";

export interface ModelFacts {
  readonly manifest: Manifest;
  /** What a first load fetches. */
  readonly sizeBytes: number;
  /** Undefined for a model from a folder. */
  readonly cardUrl: string | undefined;
}

/** Of the model at this URL, with a trailing slash. Never rejects. */
export function loadModelFacts(modelUrl: string): Promise<Result<ModelFacts>> {
  const fetched = async (): Promise<string> => {
    const response = await fetch(`${modelUrl}manifest.json`);
    if (!response.ok) throw new Failure("model-missing", "The model's manifest is not where it should be.");
    return response.text();
  };
  return factsOf(fetched, `${modelUrl}README.md`);
}

/** Of the manifest whose text `read` gives. Never rejects. */
export async function factsOf(read: () => Promise<string>, cardUrl: string | undefined): Promise<Result<ModelFacts>> {
  try {
    const manifest = parseManifest(JSON.parse(await read()));
    const { vocabulary, weights, wasmGraph } = manifest.files;
    const sizeBytes = [vocabulary, weights, wasmGraph].reduce((sum, file) => sum + file.sizeBytes, 0);
    return { ok: true, value: { manifest, sizeBytes, cardUrl } };
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure("network", "The model's facts could not be loaded.");
    return { ok: false, failure: { code: failure.code, message: failure.message } };
  }
}
