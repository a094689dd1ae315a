/** Corpus files of the command lines: JSONL with offsets in code points (data/README.md), in memory in UTF-16. */

import { readFileSync } from "node:fs";
import * as v from "valibot";
import { Failure } from "../src/core/failure.ts";
import { toCodePointOffsets, toUtf16Offsets } from "../src/core/offsets.ts";
import { ASSERTIONS, ENTITY_TYPES, type Assertion, type EntityType } from "../src/core/types.ts";

export interface CorpusSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly assertion: Assertion;
}

export interface CorpusNote {
  readonly id: string;
  readonly source: string | undefined;
  readonly text: string;
  /** UTF-16, in order. */
  readonly spans: readonly CorpusSpan[];
}

const entity = v.object({ start: v.number(), end: v.number(), type: v.string(), assertion: v.optional(v.nullable(v.string())) });
/** An output of `annotate` has these instead of entities. */
const annotated = { offsetUnit: v.optional(v.literal("codepoint")), mentions: v.optional(v.array(entity)) };
const record = v.object({ id: v.union([v.string(), v.number()]), source: v.optional(v.string()), text: v.optional(v.string()), entities: v.optional(v.array(entity), []), ...annotated });
type Entity = v.InferOutput<typeof entity>;

export interface RawLine {
  readonly id: string;
  readonly source: string | undefined;
  readonly text: string | undefined;
  /** Code points, in order; types other than the three left out. A label without assertion is present. */
  readonly spans: readonly CorpusSpan[];
}

function spanOf({ start, end, type, assertion }: Entity): CorpusSpan[] {
  const known = ENTITY_TYPES.find((name) => name === type);
  return known === undefined ? [] : [{ start, end, type: known, assertion: ASSERTIONS.find((name) => name === assertion) ?? "present" }];
}

/** @throws Failure `file-unreadable`, `line-malformed` with the line's number and field, never its text */
export function readRawLines(path: string): RawLine[] {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch {
    throw new Failure("file-unreadable", `${path} can't be read. Check the path.`);
  }
  return content.split("\n").flatMap((line, i): RawLine[] => {
    if (line.trim() === "") return [];
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), record), line);
    if (!parsed.success) {
      throw new Failure("line-malformed", `${path}, line ${i + 1}: ${v.getDotPath(parsed.issues[0]) ?? "the line"} is not what a corpus line holds. Mend or remove the line.`);
    }
    const { id, source, text, entities, mentions } = parsed.output;
    const spans = (mentions ?? entities).flatMap(spanOf).sort((a, b) => a.start - b.start || a.end - b.end);
    return [{ id: String(id), source, text, spans }];
  });
}

/** Notes with their text. @throws Failure as above, also for a note without text or a span outside it */
export function readCorpus(path: string): CorpusNote[] {
  return readRawLines(path).map(({ id, source, text, spans }) => {
    if (text === undefined) throw new Failure("line-malformed", `${path}: the note ${id} has no text. Name the file with the notes.`);
    try {
      const starts = toUtf16Offsets(text, spans.map(({ start }) => start));
      const ends = spans.map(({ end }) => toUtf16Offsets(text, [end])[0] ?? 0);
      return { id, source, text, spans: spans.map((span, i) => ({ ...span, start: starts[i] ?? 0, end: ends[i] ?? 0 })) };
    } catch {
      throw new Failure("line-malformed", `${path}: a span of the note ${id} is outside its text. Offsets count code points.`);
    }
  });
}

/** One line without a line end. `spans`: UTF-16, in order and disjoint. */
export function corpusLine({ id, source, text, spans }: CorpusNote): string {
  const starts = toCodePointOffsets(text, spans.map(({ start }) => start));
  const ends = toCodePointOffsets(text, spans.map(({ end }) => end));
  const entities = spans.map(({ start, end, type, assertion }, i) => ({ start: starts[i], end: ends[i], type, assertion, text: text.slice(start, end) }));
  return JSON.stringify({ id, ...(source !== undefined && { source }), text, entities });
}
