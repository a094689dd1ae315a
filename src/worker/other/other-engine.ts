/** Another student behind the worker's border: looks at its files, loads it, reads with it. Expected failures are values. */

import { Failure } from "../../core/failure.ts";
import { parseExportConfig, shown, type ExportConfig } from "../../core/other-student/export-config.ts";
import { besideGraph, findExport, MODEL_LIMIT_BYTES } from "../../core/other-student/export-files.ts";
import { parseExportTokenizer, vocabularySize } from "../../core/other-student/export-tokenizer.ts";
import { labelNames, readScheme, type LabelScheme } from "../../core/other-student/label-scheme.ts";
import { onnxLocations } from "../../core/other-student/onnx-locations.ts";
import { readWithOther, type OtherStudent, type OtherTokenizer, type TokenClassifier } from "../../core/other-student/read-other.ts";
import { familyOf } from "../../core/other-student/token-style.ts";
import type { FileSource } from "../../files/file-source.ts";
import type { ClassifierFacts } from "../../runtime/token-classifier.ts";
import { asResult } from "../as-result.ts";
import type { ExportFacts, OtherFile, OtherReading, OtherStudentApi } from "./other-api.ts";
import { listOtherFiles, readJson } from "./other-files.ts";
import { openTokenizer } from "./open-tokenizer.ts";

interface Inspected {
  readonly files: readonly FileSource[];
  readonly config: ExportConfig;
  readonly scheme: LabelScheme;
  readonly tokenizer: OtherTokenizer;
}

export interface OpenedGraph {
  readonly graph: Uint8Array;
  readonly externalData: readonly { readonly path: string; readonly data: Uint8Array }[];
}

export interface OtherEngineParts {
  readonly openClassifier: (files: OpenedGraph & { readonly wasmBinary: ArrayBuffer }, facts: ClassifierFacts) => Promise<TokenClassifier>;
  readonly threads: number;
  readonly nowMs: () => number;
  /** Lets newer calls in. */
  readonly nextTask: () => Promise<void>;
}

export function createOtherEngine({ openClassifier, threads, nowMs, nextTask }: OtherEngineParts): OtherStudentApi {
  let inspected: Inspected | undefined;
  let student: OtherStudent | undefined;
  let newest = 0;
  let idle: Promise<unknown> = Promise.resolve();

  const inspect = async (given: readonly OtherFile[]): Promise<ExportFacts> => {
    const files = await listOtherFiles(given);
    const found = findExport(files);
    const tokenizerConfig = found.tokenizerConfig === undefined ? {} : await readJson(found.tokenizerConfig);
    const config = parseExportConfig(await readJson(found.config), tokenizerConfig);
    const parsed = parseExportTokenizer(await readJson(found.tokenizer));
    const tokenizer = openTokenizer(parsed, typeof tokenizerConfig === "object" && tokenizerConfig !== null ? tokenizerConfig : {});
    const scheme = readScheme(config.labels);
    inspected = { files, config, scheme, tokenizer };
    return {
      name: shown(found.name) || shown(config.modelType),
      modelType: shown(config.modelType),
      family: familyOf(parsed),
      vocabulary: vocabularySize(parsed),
      maxTokens: config.maxTokens,
      labels: labelNames(scheme),
      graphs: found.graphs.map(({ path, sizeBytes }) => ({ path, sizeBytes })),
    };
  };

  const load = async (graphPath: string, wasmBinary: ArrayBuffer): Promise<{ loadMs: number; threads: number }> => {
    if (inspected === undefined) throw new Error("load before inspect");
    const startedAt = nowMs();
    const { files, config, scheme, tokenizer } = inspected;
    const opened = await openGraph(files, graphPath);
    const { before, after } = tokenizer.frame;
    const sample = [...before, ...tokenizer.encode("a").ids, ...after];
    const classifier = await openClassifier({ ...opened, wasmBinary }, { labels: config.labels.length, firstPosition: config.firstPosition, sample });
    student = { tokenizer, classifier, scheme, maxTokens: config.maxTokens };
    return { loadMs: nowMs() - startedAt, threads };
  };

  const read = async (note: string, mine: number, onProgress: (share: number) => void): Promise<OtherReading | undefined> => {
    if (student === undefined) throw new Error("read before load");
    const startedAt = nowMs();
    const reading = readWithOther(note, student);
    let windows = 0;
    for (;;) {
      if (mine !== newest) return undefined;
      const step = await reading.next();
      if (step.done) return { spans: step.value, windows, latencyMs: nowMs() - startedAt };
      windows = step.value.totalWindows;
      onProgress(windows === 0 ? 0 : step.value.doneWindows / windows);
      await nextTask();
    }
  };

  return {
    inspect: (files) => asResult(inspect(files)),
    load: ({ graph, wasmBinary }) => asResult(load(graph, wasmBinary)),
    read(note, onProgress) {
      const mine = ++newest;
      const reading = idle.then(() => asResult(read(note, mine, onProgress)));
      idle = reading.catch(() => undefined);
      return reading;
    },
  };
}

/** @throws Failure `model-missing`, `model-corrupt`, `file-too-large` */
async function openGraph(files: readonly FileSource[], graphPath: string): Promise<OpenedGraph> {
  const source = files.find(({ path }) => path === graphPath);
  if (source === undefined) throw new RangeError("no such graph among the files");
  const graph = await source.bytes();
  const locations = onnxLocations(graph, shown(graphPath.slice(graphPath.lastIndexOf("/") + 1)));
  const beside = locations.map((location) => {
    const file = besideGraph(files, source, location);
    if (file === undefined) throw new Failure("model-missing", `The .onnx file keeps its weights in a file beside it, ${shown(location)}, which is not there. Choose the whole folder, or download that file too.`);
    return { path: location, file };
  });
  if (graph.length + beside.reduce((sum, { file }) => sum + file.sizeBytes, 0) > MODEL_LIMIT_BYTES) {
    throw new Failure("file-too-large", "The model has more than 1 GB, which a page can't hold. Quantise it: optimum-cli onnxruntime quantize --onnx_model FOLDER --avx2 -o OUT");
  }
  return { graph, externalData: await Promise.all(beside.map(async ({ path, file }) => ({ path, data: await file.bytes() }))) };
}
