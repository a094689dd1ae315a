/** The model on this machine: fetched once, verified each time, kept for the days without a network. */

import * as v from "valibot";
import { Failure } from "../core/failure.ts";
import { goldenSchema, parseManifest, type Golden, type Manifest } from "../core/manifest.ts";
import type { LoadProgress } from "./api.ts";
import { fetchOrFail } from "./fetch-bytes.ts";
import { openModelCache, type ModelCache } from "./model-cache.ts";
import { cacheKey, loadModelFile } from "./model-file.ts";

/** A network that is there and does not answer must not keep the kept model waiting. */
const MANIFEST_TIMEOUT_MS = 15_000;

export type FileKind = keyof Manifest["files"];

export interface ModelFiles {
  readonly manifest: Manifest;
  /** Loads what is asked for, in parallel. @throws Failure `model-corrupt`, `model-missing`, `network`. */
  load<Kind extends FileKind>(kinds: readonly Kind[], onProgress: (progress: LoadProgress) => void): Promise<Record<Kind, Uint8Array>>;
  /** To be called when the model works: this version becomes the one for offline use, older ones are deleted. */
  keep(): Promise<void>;
}

/**
 * The model as the server has it now.
 * @throws Failure `manifest-malformed`, `model-missing`, `network`.
 */
export async function openModelFiles(modelUrl: string): Promise<ModelFiles> {
  const signal = AbortSignal.timeout(MANIFEST_TIMEOUT_MS);
  const response = await fetchOrFail(manifestUrl(modelUrl), { cache: "no-cache", signal });
  return modelFiles(modelUrl, new Uint8Array(await response.arrayBuffer()), await openModelCache());
}

/** The model that worked last on this machine, if there is one. Never throws. */
export async function openKeptModelFiles(modelUrl: string): Promise<ModelFiles | undefined> {
  const cache = await openModelCache();
  const bytes = await cache.get(manifestUrl(modelUrl));
  try {
    return bytes && modelFiles(modelUrl, bytes, cache);
  } catch {
    return undefined; // written by another version of the page
  }
}

function modelFiles(modelUrl: string, manifestBytes: Uint8Array<ArrayBuffer>, cache: ModelCache): ModelFiles {
  const manifest = parseManifest(parseJson(manifestBytes));
  return {
    manifest,
    async load(kinds, onProgress) {
      const totalBytes = kinds.reduce((sum, kind) => sum + manifest.files[kind].sizeBytes, 0);
      const progress = createFileProgress(totalBytes, onProgress);
      const loaded = await Promise.all(
        kinds.map(async (kind) => [kind, await loadModelFile(modelUrl, manifest.files[kind], { cache, progress })] as const),
      );
      return Object.fromEntries(loaded) as Record<(typeof kinds)[number], Uint8Array>;
    },
    async keep() {
      const keys = Object.values(manifest.files).map((file) => cacheKey(modelUrl, file));
      await cache.put(manifestUrl(modelUrl), manifestBytes);
      await cache.keepOnly(new URL("..", modelUrl).href, new Set([manifestUrl(modelUrl), ...keys]));
    },
  };
}

const manifestUrl = (modelUrl: string) => `${modelUrl}manifest.json`;

/** @throws Failure `manifest-malformed`. */
export function parseGolden(bytes: Uint8Array): Golden {
  const parsed = v.safeParse(goldenSchema, parseJson(bytes));
  if (!parsed.success) throw new Failure("manifest-malformed", "The model's golden file is malformed. Publish the model folder again.");
  return parsed.output;
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw new Failure("manifest-malformed", "The model's manifest is not JSON. Publish the model folder again.");
  }
}

/** Sums the pieces of all files; tells of them every 100 ms and at the end. */
export function createFileProgress(totalBytes: number, onProgress: (progress: LoadProgress) => void) {
  let loadedBytes = 0;
  let fromCache = true;
  let toldAt = -Infinity;
  return {
    add(bytes: number, from: "cache" | "network") {
      loadedBytes += bytes;
      if (from === "network") fromCache = false;
      const now = performance.now();
      if (now - toldAt < 100 && loadedBytes < totalBytes) return;
      toldAt = now;
      onProgress({ step: "files", loadedBytes, totalBytes, fromCache });
    },
  };
}
