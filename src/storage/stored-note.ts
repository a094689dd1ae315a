/** What lies in the database, and how it is believed: each record by its schema, on its own. */

import * as v from "valibot";
import type { NoteFinding, NoteRecord } from "../core/note-record.ts";
import { VERDICTS, type Correction } from "../core/review.ts";
import { ASSERTIONS, ENTITY_TYPES, MATCH_KINDS, noteOffset, type Mention } from "../core/types.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const offset = v.pipe(count, v.transform(noteOffset));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const conceptSchema = v.object({
  system: v.string(),
  code: v.string(),
  name: v.string(),
  match: v.exactOptional(v.object({ how: v.picklist(MATCH_KINDS), score: share })),
});
const mentionEntries = {
  start: offset,
  end: offset,
  type: v.picklist(ENTITY_TYPES),
  assertion: v.picklist(ASSERTIONS),
  score: share,
  concept: v.exactOptional(conceptSchema),
};
const kindSchema = v.picklist(["student", "teacher", "reviewer"]);
const correctionSchema = v.object({ ...mentionEntries, verdict: v.picklist(VERDICTS), origin: kindSchema, atMs: v.number() });

/** One entry of the store `notes`. `place` orders the list. */
const noteSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.string(),
  text: v.string(),
  date: v.exactOptional(v.string()),
  addedAtMs: v.number(),
  place: v.number(),
});
/** One entry of the store `findings`; its key is the note's id. */
const findingSchema = v.object({
  mentions: v.array(v.object(mentionEntries)),
  provenance: v.object({ kind: kindSchema, name: v.string(), version: v.string() }),
});
/** One entry of the store `corrections`; its key is the note's id. */
const correctionsSchema = v.object({ corrections: v.array(v.unknown()) });

export type StoredNote = v.InferOutput<typeof noteSchema>;
export type StoredFinding = NoteFinding;
export interface StoredCorrections {
  readonly corrections: readonly Correction[];
}

export interface ParsedNote {
  readonly record: NoteRecord;
  readonly place: number;
  /** Parts that could not be believed. The note then goes without them: a finding is made anew. */
  readonly malformed: number;
}

/** Undefined where the note itself is malformed. `finding` and `corrections` may be missing. */
export function parseNote(note: unknown, finding: unknown, corrections: unknown): ParsedNote | undefined {
  const parsed = v.safeParse(noteSchema, note);
  if (!parsed.success) return undefined;
  const { place, ...head } = parsed.output;
  const ownFinding = finding === undefined ? undefined : parseFinding(finding, head.text);
  const own = parseCorrections(corrections, head.text);
  const malformed = (finding !== undefined && ownFinding === undefined ? 1 : 0) + own.malformed;
  return { record: { ...head, reading: ownFinding, corrections: own.corrections }, place, malformed };
}

function parseFinding(stored: unknown, text: string): NoteFinding | undefined {
  const parsed = v.safeParse(findingSchema, stored);
  return parsed.success && areInOrder(parsed.output.mentions, text) ? parsed.output : undefined;
}

function parseCorrections(stored: unknown, text: string): { readonly corrections: readonly Correction[]; readonly malformed: number } {
  if (stored === undefined) return { corrections: [], malformed: 0 };
  const list = v.safeParse(correctionsSchema, stored);
  if (!list.success) return { corrections: [], malformed: 1 };
  const corrections = list.output.corrections.flatMap((one) => {
    const parsed = v.safeParse(correctionSchema, one);
    return parsed.success && areInOrder([parsed.output], text) ? [parsed.output] : [];
  });
  const areDisjoint = areInOrder(corrections.filter(({ verdict }) => verdict === "accepted"), text);
  return areDisjoint ? { corrections, malformed: list.output.corrections.length - corrections.length } : { corrections: [], malformed: 1 };
}

/** In order, disjoint, never empty, within the text: what the rest of the program relies on. */
function areInOrder(mentions: readonly Pick<Mention, "start" | "end">[], text: string): boolean {
  let at = 0;
  for (const { start, end } of mentions) {
    if (start < at || end <= start) return false;
    at = end;
  }
  return at <= text.length;
}
