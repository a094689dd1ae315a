/** `public/models/<name>/manifest.json`: the one truth about a model. Parsed here, trusted everywhere else. */

import * as v from "valibot";
import { Failure } from "./failure.ts";
import { ASSERTIONS, ENTITY_TYPES } from "./types.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A file beside the manifest. The name has no folder in it: a manifest can't point elsewhere. */
const modelFile = v.object({
  name: v.pipe(v.string(), v.regex(/^[\w-][\w.-]*$/)),
  sizeBytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** The tag order that the decoder relies on: O, then B and I of each type (training/chartlight/labels.py). */
export const TAGS = ["O", ...ENTITY_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`])] as const;

const exactly = (expected: readonly string[]) =>
  v.pipe(
    v.array(v.string()),
    v.check((given) => given.join() === expected.join(), `must be ${expected.join(", ")}`),
  );

const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const guideline = v.object({ tokenId: count, types: v.pipe(v.array(v.picklist(ENTITY_TYPES)), v.minLength(1)) });

export const manifestSchema = v.object({
  format: v.literal(2),
  name: v.pipe(v.string(), v.regex(/^[\w-][\w.-]*$/)),
  version: v.string(),
  tags: exactly(TAGS),
  assertions: exactly(ASSERTIONS),
  input: v.object({
    clsTokenId: count,
    sepTokenId: count,
    unknownTokenId: count,
    lineBreakTokenId: count,
    paragraphBreakTokenId: count,
    /** Longest window, frame tokens included. */
    maxTokens: v.pipe(v.number(), v.integer(), v.minValue(32), v.maxValue(512)),
    /** Tokens of the neighbours that a chunk reads and does not own. */
    leftContextTokens: count,
    rightContextTokens: count,
  }),
  /** By name: the token after [CLS], and the types that notes of the guideline label. Others are never found under it: they were out of the softmax in training. */
  guidelines: v.record(v.string(), guideline),
  defaultGuideline: v.string(),
  calibration: v.object({
    /** Tag logits are divided by this before the softmax that makes the score. */
    tagTemperature: v.pipe(v.number(), v.gtValue(0)),
    /** Expected calibration error on dev, where measured. */
    expectedError: v.optional(probability),
  }),
  files: v.object({
    vocabulary: modelFile,
    /** External data of both graphs: they share one set of weights. */
    weights: modelFile,
    wasmGraph: modelFile,
    webgpuGraph: modelFile,
    golden: modelFile,
  }),
  scores: v.array(
    v.object({
      data: v.string(),
      guideline: v.string(),
      strictF1: v.record(v.string(), probability),
      overlapF1: v.record(v.string(), probability),
      assertionAccuracy: v.optional(probability),
    }),
  ),
  data: v.array(v.object({ name: v.string(), licence: v.string(), use: v.string() })),
  training: v.record(v.string(), v.unknown()),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type Guideline = v.InferOutput<typeof guideline>;
export type ModelFile = v.InferOutput<typeof modelFile>;

/** @throws Failure `manifest-malformed`, naming the field. */
export function parseManifest(json: unknown): Manifest {
  const parsed = v.safeParse(manifestSchema, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const where = v.getDotPath(issue) ?? "the top level";
    throw new Failure("manifest-malformed", `The model's manifest is malformed at ${where}: ${issue.message}.`);
  }
  const manifest = parsed.output;
  if (!(manifest.defaultGuideline in manifest.guidelines)) {
    throw new Failure("manifest-malformed", "The model's manifest is malformed: its default guideline is not among its guidelines.");
  }
  return manifest;
}

/** Logits of one short input, stored by the exporter for each graph: what the device must reproduce. */
const goldenRun = v.object({
  ids: v.array(count),
  shapes: v.array(count),
  tagLogits: v.array(v.number()),
  assertionLogits: v.array(v.number()),
  /** Largest absolute difference that still counts as the same network. */
  tolerance: v.pipe(v.number(), v.gtValue(0)),
});
export const goldenSchema = v.object({ wasm: goldenRun, webgpu: goldenRun });
export type GoldenRun = v.InferOutput<typeof goldenRun>;
export type Golden = v.InferOutput<typeof goldenSchema>;
