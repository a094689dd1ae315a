/** A corpus as our training and scoring read it (docs/formats.md, "Corpora"). Offsets in code points. */

import { inCodePoints } from "./mention-offsets.ts";
import { fullyReviewed, type NoteFormat, type WrittenNote } from "./note-format.ts";

function* parts(notes: Iterable<WrittenNote>): Generator<string> {
  for (const { record, mentions } of notes) {
    const entities = inCodePoints(record.text, mentions).map(({ start, end, words, mention: { type, assertion } }) => ({ start, end, type, assertion, text: words }));
    yield `${JSON.stringify({ id: record.id, labels: fullyReviewed(record) ? "gold" : "silver", text: record.text, entities })}\n`;
  }
}

export const CORPUS: NoteFormat = {
  id: "corpus",
  label: "Corpus JSON lines",
  about: "To train or score Chartlight's own models; gold where every mention was reviewed, else silver",
  group: "annotation",
  extension: ".jsonl",
  mediaType: "application/jsonl",
  offsetUnit: "codepoint",
  files: (notes) => [{ name: "corpus.jsonl", parts: parts(notes) }],
};
