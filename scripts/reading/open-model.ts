/** A model folder as a Student under Node: files held against the manifest, session opened. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { createChunkCache } from "../../src/core/chunk-cache.ts";
import { Failure } from "../../src/core/failure.ts";
import { parseManifest, type Manifest, type ModelFile } from "../../src/core/manifest.ts";
import type { Student } from "../../src/core/read-note.ts";
import { createWordPiece } from "../../src/core/wordpiece.ts";
import { openNativeSession } from "../../src/runtime/node.ts";
import { openNodeWasmSession } from "../../src/runtime/node-wasm.ts";

/** `wasm`: the page's own arithmetic. `native`: the same graph, about twice as fast, not bit-equal. */
export const ENGINES = ["wasm", "native"] as const;
export type Engine = (typeof ENGINES)[number];

const CACHED_CHUNKS = 256;

/** @throws Failure `model-missing`, `model-corrupt`, `manifest-malformed` or `engine-unsupported` */
export async function openModel(folder: string, engine: Engine, threads = 1): Promise<Student> {
  const manifest = await manifestOf(folder);
  const { vocabulary, weights, wasmGraph } = manifest.files;
  const [vocabularyBytes] = await Promise.all([vocabulary, weights, wasmGraph].map((file) => verified(folder, file)));
  const graph = join(folder, wasmGraph.name);
  const session = engine === "wasm" ? await openNodeWasmSession(graph, threads) : await openNativeSession(graph, threads);
  return { manifest, wordPiece: createWordPiece(new TextDecoder().decode(vocabularyBytes)), session, cache: createChunkCache(CACHED_CHUNKS) };
}

/** Folder of the default model in a folder of models. @throws Failure `model-missing` */
export async function defaultModel(models: string): Promise<string> {
  const list = v.safeParse(v.object({ default: v.string() }), await json(join(models, "models.json")));
  if (!list.success) throw new Failure("model-missing", `${join(models, "models.json")} names no default model.`);
  return join(models, list.output.default);
}

/** @throws Failure `model-missing`, `manifest-malformed` */
export async function manifestOf(folder: string): Promise<Manifest> {
  return parseManifest(await json(join(folder, "manifest.json")));
}

async function json(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new Failure("model-missing", `${path} can't be read. Name the model's folder with --model.`, { cause });
  }
}

async function verified(folder: string, file: ModelFile): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, file.name));
  } catch (cause) {
    throw new Failure("model-missing", `${join(folder, file.name)} can't be read.`, { cause });
  }
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (bytes.byteLength !== file.sizeBytes || hash !== file.sha256) {
    throw new Failure("model-corrupt", `${join(folder, file.name)} is not the file that the manifest describes. Export or fetch the model again.`);
  }
  return bytes;
}
