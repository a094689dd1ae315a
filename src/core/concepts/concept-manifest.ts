/** `public/concepts/concepts.json`: which tables there are, of what, from where. */

import * as v from "valibot";
import { Failure } from "../failure.ts";
import { CONCEPT_GROUPS } from "./concept-table.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const conceptManifestSchema = v.object({
  format: v.literal(1),
  tables: v.pipe(
    v.array(
      v.object({
        group: v.picklist(CONCEPT_GROUPS),
        system: v.string(),
        /** Beside the manifest: no folder in the name. */
        file: v.pipe(v.string(), v.regex(/^[\w-][\w.-]*$/)),
        sizeBytes: count,
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
        concepts: count,
        names: count,
      }),
    ),
    v.minLength(1),
  ),
  sources: v.array(v.object({ package: v.string(), version: v.string(), sha256: v.string(), data: v.string(), licence: v.string() })),
});
export type ConceptManifest = v.InferOutput<typeof conceptManifestSchema>;

/** @throws Failure `concepts-malformed`, naming the field. */
export function parseConceptManifest(json: unknown): ConceptManifest {
  const parsed = v.safeParse(conceptManifestSchema, json);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new Failure("concepts-malformed", `The concept manifest is malformed at ${v.getDotPath(issue) ?? "the top level"}: ${issue.message}.`);
}
