/** Chartlight's own files: a JSON document, or JSON lines with a note each. Nothing of a note is lost. */

import type { NoteRecord } from "../note-record.ts";
import type { Mention } from "../types.ts";
import { FILE_FORMAT, FORMAT_VERSION, LINE_FORMAT } from "./chartlight-schema.ts";
import type { NoteFormat, WrittenNote } from "./note-format.ts";

const HEAD = `{"format":"${FILE_FORMAT}","version":${FORMAT_VERSION},"offsetUnit":"utf16","notes":[`;

function* documentParts(notes: Iterable<WrittenNote>): Generator<string> {
  let before = `${HEAD}\n`;
  for (const { record } of notes) {
    yield before + JSON.stringify(noteJson(record));
    before = ",\n";
  }
  yield before === ",\n" ? "\n]}\n" : `${HEAD}]}\n`;
}

function* lineParts(notes: Iterable<WrittenNote>): Generator<string> {
  for (const { record } of notes) {
    yield `${JSON.stringify({ format: LINE_FORMAT, version: FORMAT_VERSION, offsetUnit: "utf16", ...noteJson(record) })}\n`;
  }
}

/** Findings and corrections apart, whatever mentions were chosen: a file of our own is for coming back. */
function noteJson({ id, name, date, addedAtMs, text, reading, corrections }: NoteRecord): object {
  const mentionJson = ({ start, end, type, assertion, score, concept }: Mention) => ({
    start,
    end,
    type,
    assertion,
    score,
    ...(concept && { concept }),
    text: text.slice(start, end),
  });
  return {
    id,
    name,
    ...(date !== undefined && { date }),
    addedAtMs,
    text,
    ...(reading && { reading: { provenance: reading.provenance, mentions: reading.mentions.map(mentionJson) } }),
    corrections: corrections.map((correction) => ({ ...mentionJson(correction), verdict: correction.verdict, origin: correction.origin, atMs: correction.atMs })),
  };
}

export const CHARTLIGHT_JSON: NoteFormat = {
  id: "chartlight-json",
  label: "Chartlight JSON",
  about: "Everything, to open in Chartlight again: texts, findings, corrections",
  group: "people",
  extension: ".json",
  mediaType: "application/json",
  offsetUnit: "utf16",
  files: (notes) => [{ name: "notes.json", parts: documentParts(notes) }],
};

export const CHARTLIGHT_JSONL: NoteFormat = {
  id: "chartlight-jsonl",
  label: "Chartlight JSON lines",
  about: "The same, a note a line, for scripts and large collections",
  group: "systems",
  extension: ".jsonl",
  mediaType: "application/jsonl",
  offsetUnit: "utf16",
  files: (notes) => [{ name: "notes.jsonl", parts: lineParts(notes) }],
};
