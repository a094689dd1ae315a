/** A note in Chartlight's own files (docs/formats.md, "Chartlight notes"): complete, offsets in UTF-16 units. */

import * as v from "valibot";
import { VERDICTS } from "../review.ts";
import { ASSERTIONS, ENTITY_TYPES, MATCH_KINDS, noteOffset } from "../types.ts";

export const FORMAT_VERSION = 1;
export const FILE_FORMAT = "chartlight-notes";
export const LINE_FORMAT = "chartlight-note";

const PROVENANCE_KINDS = ["student", "teacher", "reviewer"] as const;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.transform(noteOffset));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0));

const conceptSchema = v.object({
  system: v.string(),
  code: v.string(),
  name: v.string(),
  match: v.exactOptional(v.object({ how: v.picklist(MATCH_KINDS), score: share })),
});

const mentionSchema = v.object({
  start: offset,
  end: offset,
  type: v.picklist(ENTITY_TYPES),
  assertion: v.picklist(ASSERTIONS),
  score: share,
  concept: v.exactOptional(conceptSchema),
  /** What stands at the offsets; where given it is checked. */
  text: v.optional(v.string()),
});

const correctionSchema = v.object({ ...mentionSchema.entries, verdict: v.picklist(VERDICTS), origin: v.picklist(PROVENANCE_KINDS), atMs: milliseconds });

export const recordSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  date: v.optional(v.pipe(v.string(), v.isoDate())),
  addedAtMs: milliseconds,
  text: v.string(),
  reading: v.optional(
    v.object({
      provenance: v.object({ kind: v.picklist(PROVENANCE_KINDS), name: v.string(), version: v.string() }),
      mentions: v.array(mentionSchema),
    }),
  ),
  corrections: v.optional(v.array(correctionSchema), []),
});
export type RecordJson = v.InferOutput<typeof recordSchema>;

const envelope = { version: v.number(), offsetUnit: v.literal("utf16") };
export const fileSchema = v.object({ format: v.literal(FILE_FORMAT), ...envelope, notes: v.array(recordSchema) });
export const lineSchema = v.object({ format: v.literal(LINE_FORMAT), ...envelope, ...recordSchema.entries });
