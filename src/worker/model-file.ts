/** One file of a model: from the cache or the network, never without its hash being right. */

import { Failure } from "../core/failure.ts";
import type { ModelFile } from "../core/manifest.ts";
import { fetchBytes } from "./fetch-bytes.ts";
import type { ModelCache } from "./model-cache.ts";

/** Where a file lies in the cache: another content has another key. */
export function cacheKey(modelUrl: string, file: ModelFile): string {
  return `${modelUrl}${file.name}?sha256=${file.sha256}`;
}

export interface FileProgress {
  /** Bytes that came in, or negative when a bad copy is thrown away. */
  add(bytes: number, from: "cache" | "network"): void;
}

/**
 * The bytes whose size and SHA-256 are the manifest's. A bad cached copy is dropped; a bad download is tried once more.
 * @throws Failure `model-corrupt`, `model-missing`, `network`.
 */
export async function loadModelFile(modelUrl: string, file: ModelFile, { cache, progress }: { cache: ModelCache; progress: FileProgress }): Promise<Uint8Array> {
  const key = cacheKey(modelUrl, file);
  const cached = await cache.get(key);
  if (cached) {
    if (await isIntact(cached, file)) {
      progress.add(file.sizeBytes, "cache");
      return cached;
    }
    await cache.delete(key);
  }
  for (let attempt = 1; attempt <= 2; attempt++) {
    let received = 0;
    const bytes = await fetchBytes(modelUrl + file.name, file, (count) => {
      received += count;
      progress.add(count, "network");
    });
    if (bytes && (await isIntact(bytes, file))) {
      await cache.put(key, bytes);
      return bytes;
    }
    progress.add(-received, "network");
  }
  throw new Failure("model-corrupt", `The model's file ${file.name} arrived damaged twice. Try again; if it stays so, the copy on the server must be replaced.`);
}

/** Whether size and SHA-256 are the manifest's. */
export async function isIntact(bytes: Uint8Array<ArrayBuffer>, file: ModelFile): Promise<boolean> {
  if (bytes.length !== file.sizeBytes) return false;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex === file.sha256;
}
