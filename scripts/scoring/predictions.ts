/** Mentions of an output of `annotate` (docs/formats.md) or `label` (the format of data/), by note. */

import * as v from "valibot";
import { Failure } from "../../src/core/failure.ts";
import { toUtf16Offsets } from "../../src/core/offsets.ts";
import type { LabelledSpan } from "../../src/core/tally.ts";
import { ASSERTIONS, ENTITY_TYPES } from "../../src/core/types.ts";
import { fileBytes, linesOf } from "../reading/lines.ts";

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const mentions = v.array(v.object({ start: offset, end: offset, type: v.picklist(ENTITY_TYPES), assertion: v.picklist(ASSERTIONS) }));
const annotated = v.object({ id: v.string(), offsetUnit: v.picklist(["utf16", "codepoint"]), mentions });
const labelled = v.pipe(
  v.object({ id: v.string(), entities: mentions }),
  v.transform(({ id, entities }): v.InferOutput<typeof annotated> => ({ id, offsetUnit: "codepoint", mentions: entities })),
);
const lineSchema = v.union([annotated, labelled]);
type Prediction = v.InferOutput<typeof lineSchema>;

/** @throws Failure `line-malformed` */
export async function predictions(path: string): Promise<ReadonlyMap<string, Prediction>> {
  const byId = new Map<string, Prediction>();
  for await (const { number, text } of linesOf(fileBytes(path))) {
    const parsed = v.safeParse(lineSchema, jsonOf(text));
    if (!parsed.success) throw new Failure("line-malformed", `Line ${number} of the predictions does not keep the format of mentions (docs/formats.md).`);
    byId.set(parsed.output.id, parsed.output);
  }
  return byId;
}

/** In UTF-16 units of the note's text, in order. */
export function predictedSpans({ offsetUnit, mentions }: Prediction, text: string): LabelledSpan[] {
  if (offsetUnit === "utf16") return mentions;
  const offsets = toUtf16Offsets(text, mentions.flatMap(({ start, end }) => [start, end]));
  return mentions.map((mention, i) => ({ ...mention, start: offsets[2 * i] ?? 0, end: offsets[2 * i + 1] ?? 0 }));
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
