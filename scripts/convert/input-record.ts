/** A line of the input to a note: Chartlight's own, or one of `annotate` with the text from elsewhere. */

import * as v from "valibot";
import { Failure } from "../../src/core/failure.ts";
import { chartlightKind, readChartlightLine } from "../../src/core/formats/chartlight-reader.ts";
import { FORMAT_VERSION, LINE_FORMAT, recordSchema } from "../../src/core/formats/chartlight-schema.ts";
import type { NoteRecord } from "../../src/core/note-record.ts";
import { toUtf16Offsets } from "../../src/core/offsets.ts";

const annotated = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  offsetUnit: v.picklist(["utf16", "codepoint"]),
  mentions: v.array(v.looseObject({ start: v.number(), end: v.number() })),
});

/** `textOf` knows the texts of `annotate`'s input by their ids. @throws Failure `line-malformed` */
export function inputRecord(line: string, lineNumber: number, textOf: (id: string) => string | undefined): NoteRecord {
  if (chartlightKind(line) === "jsonl") return readChartlightLine(line, lineNumber);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), annotated), line);
  if (!parsed.success) throw malformed(lineNumber, `${v.getDotPath(parsed.issues[0]) ?? "the whole"} is missing or of the wrong kind`);
  const { id, offsetUnit, mentions } = parsed.output;
  const text = textOf(id);
  if (text === undefined) throw malformed(lineNumber, "its text is not known; give annotate's input with --notes");
  const utf16 = offsetUnit === "utf16" ? (offset: number) => offset : utf16Of(text, mentions, lineNumber);
  // From here on it is a note of our own, and is checked as one.
  const reading = { provenance: { kind: "student", name: "annotate", version: "" }, mentions: mentions.map((mention) => ({ ...mention, start: utf16(mention.start), end: utf16(mention.end) })) };
  const own: v.InferInput<typeof recordSchema> = { id, name: id, addedAtMs: 0, text, reading: reading as v.InferInput<typeof recordSchema>["reading"] };
  return readChartlightLine(JSON.stringify({ format: LINE_FORMAT, version: FORMAT_VERSION, offsetUnit: "utf16", ...own }), lineNumber);
}

function utf16Of(text: string, mentions: readonly { readonly start: number; readonly end: number }[], lineNumber: number): (offset: number) => number {
  const offsets = [...new Set(mentions.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  try {
    const utf16 = toUtf16Offsets(text, offsets);
    return (offset) => utf16[offsets.indexOf(offset)] ?? 0;
  } catch {
    throw malformed(lineNumber, "a mention ends behind the text");
  }
}

const malformed = (lineNumber: number, what: string): Failure =>
  new Failure("line-malformed", `Line ${lineNumber} is neither a Chartlight note nor a line of annotate (docs/formats.md): ${what}.`);
