/** `public/models/<name>/`: the files that are shipped and the manifest that vouches for them. */

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { manifestSchema, parseManifest, type Golden, type Manifest, type ModelFile } from "../../src/core/manifest.ts";
import { WEIGHTS_NAME } from "../../src/runtime/session.ts";
import type { Reference } from "./reference-file.ts";
import type { ShippedFiles } from "./student-files.ts";

/** What a person says of a model; the rest of the manifest is measured. */
export const aboutSchema = v.partial(v.pick(manifestSchema, ["version", "data", "training", "calibration", "scores"]));
export type About = v.InferOutput<typeof aboutSchema>;

export interface ModelContent {
  readonly name: string;
  /** The manifest that is to be replaced: what `about` leaves out is kept from it. */
  readonly known: Manifest | undefined;
  readonly files: ShippedFiles;
  readonly vocabulary: Uint8Array;
  readonly golden: Golden;
  readonly reference: Reference;
  readonly about: About;
}

/** Tokens of the neighbours that a chunk reads and does not own. */
const CONTEXT = { leftContextTokens: 32, rightContextTokens: 16 };

/** Writes everything into a folder, which is made where it is missing. */
export async function writeModelFolder(folder: string, content: ModelContent): Promise<Manifest> {
  const kept = { version: "1", data: [], training: {}, calibration: { tagTemperature: 1 }, scores: [], ...content.known, ...content.about };
  await mkdir(folder, { recursive: true });
  const write = async (name: string, bytes: Uint8Array): Promise<ModelFile> => {
    await writeFile(join(folder, name), bytes);
    return { name, sizeBytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
  };
  const { tags, assertions, guidelines, input } = content.reference;
  const manifest = parseManifest({
    format: 2,
    name: content.name,
    version: kept.version,
    tags,
    assertions,
    input: { ...input, ...CONTEXT },
    guidelines,
    defaultGuideline: "clinical",
    calibration: kept.calibration,
    files: {
      vocabulary: await write("vocab.txt", content.vocabulary),
      weights: await write(WEIGHTS_NAME, content.files.weights),
      wasmGraph: await write("wasm.onnx", content.files.wasmGraph),
      webgpuGraph: await write("webgpu.onnx", content.files.webgpuGraph),
      golden: await write("golden.json", new TextEncoder().encode(JSON.stringify(content.golden) + "\n")),
    },
    scores: kept.scores,
    data: kept.data,
    training: kept.training,
  });
  await writeManifest(folder, manifest);
  return manifest;
}

/** The manifest of a model folder; undefined when there is none. @throws Failure `manifest-malformed`. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return parseManifest(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest, null, 1) + "\n");
}
