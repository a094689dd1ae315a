/** `reference.json` beside the trained weights, written by training/chartlight/reference.py. */

import * as v from "valibot";
import { manifestSchema } from "../../src/core/manifest.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const runSchema = v.object({
  ids: v.array(whole),
  shapes: v.array(whole),
  /** T × tags and T × assertions, row-major. */
  tagLogits: v.array(v.number()),
  assertionLogits: v.array(v.number()),
});

const referenceSchema = v.object({
  tags: v.array(v.string()),
  assertions: v.array(v.string()),
  input: v.object({
    clsTokenId: whole,
    sepTokenId: whole,
    unknownTokenId: whole,
    lineBreakTokenId: whole,
    paragraphBreakTokenId: whole,
    maxTokens: whole,
  }),
  guidelines: manifestSchema.entries.guidelines,
  runs: v.pipe(v.array(runSchema), v.minLength(1)),
});

export type Reference = v.InferOutput<typeof referenceSchema>;
export type ReferenceRun = v.InferOutput<typeof runSchema>;

/** @throws a valibot error naming the field. */
export function parseReference(json: unknown): Reference {
  return v.parse(referenceSchema, json);
}
