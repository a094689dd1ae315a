/** Chartlight's own files back to notes. Messages name the place by our field names and numbers, never by note text. */

import * as v from "valibot";
import { Failure, type FailureCode } from "../failure.ts";
import { withLineFeeds } from "../line-ends.ts";
import type { NoteRecord } from "../note-record.ts";
import { withoutOverlap } from "../overlap.ts";
import { noteOffset, type NoteOffset } from "../types.ts";
import { FORMAT_VERSION, fileSchema, lineSchema, type RecordJson } from "./chartlight-schema.ts";

/** Which of our files begins so; undefined: none of them. */
export function chartlightKind(beginning: string): "json" | "jsonl" | undefined {
  const format = /^\uFEFF?\s*\{\s*"format"\s*:\s*"chartlight-(notes?)"/.exec(beginning)?.[1];
  return format === undefined ? undefined : format === "notes" ? "json" : "jsonl";
}

/** @throws Failure `file-unreadable` */
export function readChartlightJson(content: string): NoteRecord[] {
  const where: Where = { code: "file-unreadable", place: "The file" };
  return parse(fileSchema, content, where).notes.map((note, i) => recordOf(note, { ...where, field: `notes.${i}.` }));
}

/** @throws Failure `line-malformed` */
export function readChartlightLine(line: string, lineNumber: number): NoteRecord {
  const where: Where = { code: "line-malformed", place: `Line ${lineNumber}` };
  return recordOf(parse(lineSchema, line, where), where);
}

interface Where {
  readonly code: FailureCode;
  readonly place: string;
  /** Of the note in the file. */
  readonly field?: string;
}

function parse<S extends typeof fileSchema | typeof lineSchema>(schema: S, content: string, where: Where): v.InferOutput<S> {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    throw malformed(where, "it is not JSON, or was cut off"); // the engine's own message quotes the content
  }
  const version = v.safeParse(v.object({ version: v.pipe(v.number(), v.maxValue(FORMAT_VERSION)) }), json);
  if (!version.success && v.is(v.object({ version: v.number() }), json)) {
    throw new Failure(where.code, `${where.place} is of a newer format than this version of Chartlight reads (${FORMAT_VERSION}). Update Chartlight.`);
  }
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  // valibot's message quotes what it received; the path holds our field names and array indices only.
  if (!parsed.success) throw malformed(where, `${v.getDotPath(parsed.issues[0]) ?? "the whole"} is missing or of the wrong kind`);
  return parsed.output;
}

function recordOf(json: RecordJson, where: Where): NoteRecord {
  const note = withLineFeeds(json.text);
  const placed = <M extends { readonly start: NoteOffset; readonly end: NoteOffset; readonly text?: string | undefined }>(mentions: readonly M[], field: string): Omit<M, "text">[] => {
    const inPlace = mentions.map(({ text, ...mention }, i) => {
      const at = `${where.field ?? ""}${field}.${i}`;
      if (mention.start >= mention.end || mention.end > json.text.length) {
        throw malformed(where, `${at} is [${mention.start}, ${mention.end}) in a text of ${json.text.length} UTF-16 units`);
      }
      if (text !== undefined && text !== json.text.slice(mention.start, mention.end)) throw malformed(where, `${at}.text is not what stands at its offsets`);
      return { ...mention, start: noteOffset(note.at(mention.start)), end: noteOffset(note.at(mention.end)) };
    });
    return inPlace.sort((a, b) => a.start - b.start || a.end - b.end);
  };
  const disjoint = <M extends { readonly start: number; readonly end: number }>(mentions: readonly M[], field: string): readonly M[] => {
    if (withoutOverlap(mentions).length < mentions.length) throw malformed(where, `${where.field ?? ""}${field} overlap`);
    return mentions;
  };
  const corrections = placed(json.corrections, "corrections");
  disjoint(corrections.filter(({ verdict }) => verdict === "accepted"), "the accepted corrections");
  return {
    id: json.id,
    name: json.name,
    text: note.text,
    date: json.date,
    addedAtMs: json.addedAtMs,
    reading: json.reading && { mentions: disjoint(placed(json.reading.mentions, "reading.mentions"), "reading.mentions"), provenance: json.reading.provenance },
    corrections,
  };
}

const malformed = ({ code, place }: Where, what: string): Failure =>
  new Failure(code, `${place} does not keep the format of Chartlight notes (docs/formats.md): ${what}. Export it again, or correct it.`);
