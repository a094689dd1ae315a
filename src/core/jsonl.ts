/** The lines of the command lines' files (docs/formats.md). Messages carry the line number and the field, never note text. */

import * as v from "valibot";
import { Failure } from "./failure.ts";
import { toCodePointOffsets, toUtf16Offsets } from "./offsets.ts";
import type { LabelledSpan } from "./tally.ts";
import { ASSERTIONS, ENTITY_TYPES, type Mention } from "./types.ts";

export type OffsetUnit = "utf16" | "codepoint";

export interface NoteLine {
  readonly id: string;
  readonly text: string;
}

export interface CorpusLine extends NoteLine {
  /** In UTF-16 units (the file counts code points), in the file's order. Entities of type `other` are left out. */
  readonly entities: readonly LabelledSpan[];
}

const noteSchema = v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), text: v.string() });
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const entitySchema = v.object({
  start: offset,
  end: offset,
  type: v.picklist([...ENTITY_TYPES, "other"]),
  assertion: v.nullish(v.picklist(ASSERTIONS)),
  text: v.optional(v.string()),
});
const corpusSchema = v.object({ ...noteSchema.entries, entities: v.optional(v.array(entitySchema), []) });

/** `{"id","text"}`; other fields are ignored. A number as id becomes a string. @throws Failure `line-malformed` */
export function parseNoteLine(line: string, lineNumber: number): NoteLine {
  return check(noteSchema, parseJson(line, lineNumber), lineNumber);
}

/** `{"id","text","entities":[{"start","end","type","assertion"?,"text"?}]}`, offsets in code points. @throws Failure `line-malformed` */
export function parseCorpusLine(line: string, lineNumber: number): CorpusLine {
  return parseCorpusNote(parseJson(line, lineNumber), lineNumber);
}

/** The same, of JSON that is parsed already. @throws Failure `line-malformed` */
export function parseCorpusNote(json: unknown, lineNumber: number): CorpusLine {
  const { id, text, entities } = check(corpusSchema, json, lineNumber);
  const unique = [...new Set(entities.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const codePoints = toCodePointOffsets(text, [text.length])[0] ?? 0;
  const inside = unique.filter((at) => at <= codePoints);
  const utf16 = toUtf16Offsets(text, inside);
  const unit = new Map(inside.map((at, i) => [at, utf16[i] ?? 0]));
  const spans = entities.flatMap((entity, i): LabelledSpan[] => {
    const [start, end] = [unit.get(entity.start), unit.get(entity.end)];
    if (start === undefined || end === undefined || start >= end) {
      throw malformed(lineNumber, `entities.${i} is [${entity.start}, ${entity.end}) in a text of ${codePoints} code points`);
    }
    if (entity.text !== undefined && entity.text !== text.slice(start, end)) throw malformed(lineNumber, `entities.${i}.text is not what stands at its offsets`);
    return entity.type === "other" ? [] : [{ start, end, type: entity.type, assertion: entity.assertion ?? undefined }];
  });
  return { id, text, entities: spans };
}

/** `{"id","offsetUnit","mentions":[{"start","end","type","assertion","score","text","concept"?}]}` without a line end. */
export function formatMentionsLine(note: NoteLine, mentions: readonly Mention[], offsetUnit: OffsetUnit): string {
  const utf16 = mentions.flatMap(({ start, end }) => [start, end]);
  const offsets: ArrayLike<number> = offsetUnit === "utf16" ? utf16 : toCodePointOffsets(note.text, utf16);
  const records = mentions.map(({ start, end, type, assertion, score, concept }, i) => ({
    start: offsets[2 * i],
    end: offsets[2 * i + 1],
    type,
    assertion,
    score: Number(score.toFixed(4)),
    text: note.text.slice(start, end),
    ...(concept && { concept }),
  }));
  return JSON.stringify({ id: note.id, offsetUnit, mentions: records });
}

function parseJson(line: string, lineNumber: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw malformed(lineNumber, "it is not JSON"); // the engine's own message quotes the line
  }
}

function check<S extends v.GenericSchema>(schema: S, json: unknown, lineNumber: number): v.InferOutput<S> {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  // valibot's message quotes what it received; the path holds our field names and array indices only.
  if (!parsed.success) throw malformed(lineNumber, `${v.getDotPath(parsed.issues[0]) ?? "the whole"} is missing or of the wrong kind`);
  return parsed.output;
}

const malformed = (lineNumber: number, what: string): Failure =>
  new Failure("line-malformed", `Line ${lineNumber} does not keep the format (docs/formats.md): ${what}. Correct the line and try again.`);
