/** A model from a folder of the user's own: verified like the server's, kept nowhere. */

import { Failure } from "../core/failure.ts";
import { parseManifest, type ModelFile } from "../core/manifest.ts";
import { isIntact } from "./model-file.ts";
import { createFileProgress, parseJson, type ModelFiles } from "./model-files.ts";

/**
 * `files`: those that lie in the folder, in any order; folders within it are not looked into.
 * @throws Failure `model-missing` without a manifest, `manifest-malformed`
 */
export async function openFolderModelFiles(files: readonly File[]): Promise<ModelFiles> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const described = byName.get("manifest.json");
  if (described === undefined) {
    throw new Failure("model-missing", "This folder has no manifest.json, so it is no model of Chartlight. Choose the folder that the exporter wrote.");
  }
  const manifest = parseManifest(parseJson(await bytesOf(described)));
  return {
    manifest,
    async load(kinds, onProgress) {
      const progress = createFileProgress(kinds.reduce((sum, kind) => sum + manifest.files[kind].sizeBytes, 0), onProgress);
      const loaded = await Promise.all(
        kinds.map(async (kind) => {
          const bytes = await intactBytes(manifest.files[kind], byName);
          progress.add(bytes.length, "cache");
          return [kind, bytes] as const;
        }),
      );
      return Object.fromEntries(loaded) as Record<(typeof kinds)[number], Uint8Array>;
    },
    keep: () => Promise.resolve(),
  };
}

/** @throws Failure `model-missing`, `model-corrupt` */
async function intactBytes(described: ModelFile, byName: ReadonlyMap<string, File>): Promise<Uint8Array> {
  const file = byName.get(described.name);
  if (file === undefined) throw new Failure("model-missing", `The folder lacks the model's file ${described.name}. Export the model again.`);
  const bytes = await bytesOf(file);
  if (await isIntact(bytes, described)) return bytes;
  throw new Failure("model-corrupt", `The model's file ${described.name} is not the one that its manifest describes. Export the model again.`);
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Failure("file-unreadable", `The file ${file.name} could not be read. Check that it still exists, then choose the folder again.`);
  }
}
