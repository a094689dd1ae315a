/** Trained weights to `public/models/<name>/`. Refuses to finish when a graph does not compute what PyTorch computes. */

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import * as v from "valibot";
import { createChunkCache } from "../src/core/chunk-cache.ts";
import type { GoldenRun } from "../src/core/manifest.ts";
import type { Student } from "../src/core/read-note.ts";
import type { StudentSession } from "../src/core/student.ts";
import { openNativeSession } from "../src/runtime/node.ts";
import { openNodeWasmSession } from "../src/runtime/node-wasm.ts";
import { WEIGHTS_NAME } from "../src/runtime/session.ts";
import { agreement, assertAgreement } from "./onnx/agreement.ts";
import { aboutSchema, readManifest, writeModelFolder, type About } from "./onnx/model-folder.ts";
import { parseReference, type Reference } from "./onnx/reference-file.ts";
import { referenceFiles, shippedFiles } from "./onnx/student-files.ts";
import { studentWeights } from "./onnx/student-weights.ts";
import { assertGap, logitGap } from "./onnx/verify.ts";
import { openModel } from "./reading/open-model.ts";
import { goldNotes } from "./scoring/gold-notes.ts";

/** Largest logit difference between PyTorch and the float32 graph. */
const REFERENCE_LIMIT = 1e-4;
/** WASM is deterministic; graphics processors differ in the last bits and in their exponentials. */
const TOLERANCE = { wasm: 1e-3, webgpu: 2e-2 };

interface Options {
  readonly model: string;
  readonly name: string;
  readonly out: string;
  readonly about?: string;
  readonly dev?: string;
}

async function main(options: Options): Promise<void> {
  const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));
  const weights = studentWeights(await json(join(options.model, "config.json")), await readFile(join(options.model, "model.safetensors")));
  const reference = parseReference(await json(join(options.model, "reference.json")));
  const about: About = options.about === undefined ? {} : v.parse(aboutSchema, await json(options.about));

  const work = await mkdtemp(join(tmpdir(), "chartlight-export-"));
  try {
    // A folder of its own: the engine maps the weights into memory, they must not be written over.
    const aside = join(work, "reference");
    const checked = referenceFiles(weights);
    await mkdir(aside);
    await writeFile(join(aside, "reference.onnx"), checked.graph);
    await writeFile(join(aside, WEIGHTS_NAME), checked.weights);
    const float = await openNativeSession(join(aside, "reference.onnx"));
    const gap = await logitGap(float, reference.runs);
    process.stderr.write(`float32 graph: logits within ${gap.largest.toExponential(1)} of PyTorch\n`);
    assertGap("float32 graph", gap, REFERENCE_LIMIT);

    const files = shippedFiles(weights);
    await writeFile(join(work, "wasm.onnx"), files.wasmGraph);
    await writeFile(join(work, "webgpu.onnx"), files.webgpuGraph);
    await writeFile(join(work, WEIGHTS_NAME), files.weights);
    const golden = {
      wasm: await goldenRun(await openNodeWasmSession(join(work, "wasm.onnx")), reference, TOLERANCE.wasm),
      webgpu: await goldenRun(await openNativeSession(join(work, "webgpu.onnx")), reference, TOLERANCE.webgpu),
    };
    // Made aside: a model that does not pass never takes the place of one that did.
    const [folder, made] = [join(options.out, options.name), join(work, "made")];
    const manifest = await writeModelFolder(made, {
      name: options.name,
      known: await readManifest(folder),
      files,
      vocabulary: await readFile(join(options.model, "vocab.txt")),
      golden,
      reference,
      about: { training: v.parse(v.record(v.string(), v.unknown()), await json(join(options.model, "meta.json"))), ...about },
    });
    if (options.dev !== undefined) await checkOnDev(options.dev, float, await openModel(made, "native"));
    await float.release();
    // Copied over, not replaced: a model card that lies there stays.
    await cp(made, folder, { recursive: true });
    await writeFile(join(options.out, "models.json"), JSON.stringify({ default: options.name, models: [options.name] }) + "\n");
    const sizes = Object.values(manifest.files).map(({ name, sizeBytes }) => `${name} ${sizeBytes}`);
    process.stderr.write(`${folder}: ${sizes.join(", ")} bytes\n`);
  } finally {
    await rm(work, { recursive: true });
  }
}

/** The gate on quantisation: every dev file that is in the folder. */
async function checkOnDev(dev: string, float: StudentSession, shipped: Student): Promise<void> {
  const reference = { ...shipped, session: float, cache: createChunkCache(1) };
  for (const name of (await readdir(dev)).filter((file) => /\.dev\.jsonl(\.gz)?$/.test(file))) {
    const found = await agreement(await goldNotes(join(dev, name)), reference, shipped);
    const { words, equalTags, referenceF1, shippedF1 } = found;
    process.stderr.write(`${name}: ${(100 * equalTags).toFixed(2)} % of ${words} word tags equal, F1 ${referenceF1.toFixed(4)} → ${shippedF1.toFixed(4)}\n`);
    assertAgreement(name, found);
  }
  await shipped.session.release();
}

async function goldenRun(student: StudentSession, reference: Reference, tolerance: number): Promise<GoldenRun> {
  const [run] = reference.runs;
  if (!run) throw new RangeError("the reference has no run");
  const { tagLogits, assertionLogits } = await student.run({ ids: Int32Array.from(run.ids), shapes: Int32Array.from(run.shapes) });
  await student.release();
  return { ids: run.ids, shapes: run.shapes, tagLogits: [...tagLogits], assertionLogits: [...assertionLogits], tolerance };
}

new Command("export-onnx")
  .description("Writes the shipped model folder from trained weights, and checks it against PyTorch's logits.")
  .requiredOption("--model <folder>", "model.safetensors, config.json, vocab.txt, meta.json and reference.json (chartlight.reference)")
  .requiredOption("--name <name>", "name of the model")
  .option("--out <folder>", "folder of all models", "public/models")
  .option("--dev <folder>", "labelled notes, *.dev.jsonl: the quantised student must read them as the float32 one does")
  .option("--about <file>", "JSON with version, data, training, calibration or scores for the manifest")
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
