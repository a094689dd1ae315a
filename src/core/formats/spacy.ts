/** spaCy: `{"text","entities":[[start,end,type]]}` a line, ready for `Doc.char_span` and a DocBin. Offsets in code points. */

import { inCodePoints } from "./mention-offsets.ts";
import type { NoteFormat, WrittenNote } from "./note-format.ts";

function* parts(notes: Iterable<WrittenNote>): Generator<string> {
  for (const { record, mentions } of notes) {
    const entities = inCodePoints(record.text, mentions).map(({ start, end, mention }) => [start, end, mention.type]);
    yield `${JSON.stringify({ text: record.text, entities })}\n`;
  }
}

export const SPACY: NoteFormat = {
  id: "spacy",
  label: "spaCy JSON lines",
  about: "Texts and entities to train a spaCy model; assertions stay behind",
  group: "annotation",
  extension: ".jsonl",
  mediaType: "application/jsonl",
  offsetUnit: "codepoint",
  files: (notes) => [{ name: "spacy.jsonl", parts: parts(notes) }],
};
