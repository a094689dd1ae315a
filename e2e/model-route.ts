/** A model that is not what it should be: changes on the way between server and page. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { DIST } from "./servers/ports.ts";

const MODELS = join(DIST, "models");

const { default: name } = JSON.parse(readFileSync(join(MODELS, "models.json"), "utf8")) as { default: string };

/** A file of the default model as the build has it. */
export function modelFile(file: string): Buffer {
  return readFileSync(join(MODELS, name, file));
}

/** Serves `body` in place of a file of the model. */
export async function replaceModelFile(target: Page | BrowserContext, file: string, body: Buffer | string): Promise<void> {
  await target.route(`**/models/${name}/${file}`, (route) => route.fulfill({ status: 200, body }));
}

/** Replaces the golden file, and the manifest so that the new one is taken for intact. */
export async function replaceGolden(target: Page | BrowserContext, change: (golden: Golden) => void): Promise<void> {
  const golden = JSON.parse(modelFile("golden.json").toString()) as Golden;
  change(golden);
  const body = Buffer.from(JSON.stringify(golden));
  const manifest = JSON.parse(modelFile("manifest.json").toString()) as { files: { golden: { sizeBytes: number; sha256: string } } };
  manifest.files.golden.sizeBytes = body.length;
  manifest.files.golden.sha256 = createHash("sha256").update(body).digest("hex");
  await replaceModelFile(target, "golden.json", body);
  await replaceModelFile(target, "manifest.json", JSON.stringify(manifest));
}

export interface Golden {
  readonly wasm: { readonly tagLogits: number[] };
  readonly webgpu: { readonly tagLogits: number[] };
}

/** The same bytes with one bit turned. */
export function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
