/**
 * doccano, sequence labelling: `{"text","label":[[start,end,type]]}` a line. Offsets in UTF-16 units: so counts a
 * doccano project unless it is set to count grapheme clusters (doccano#2290).
 */

import type { NoteFormat, WrittenNote } from "./note-format.ts";

function* parts(notes: Iterable<WrittenNote>): Generator<string> {
  for (const { record, mentions } of notes) {
    const label = mentions.map(({ start, end, type }) => [start, end, type]);
    yield `${JSON.stringify({ text: record.text, label, note_id: record.id })}\n`;
  }
}

export const DOCCANO: NoteFormat = {
  id: "doccano",
  label: "doccano JSON lines",
  about: "Labelled texts to go on with in doccano; assertions stay behind",
  group: "annotation",
  extension: ".jsonl",
  mediaType: "application/jsonl",
  offsetUnit: "utf16",
  files: (notes) => [{ name: "doccano.jsonl", parts: parts(notes) }],
};
