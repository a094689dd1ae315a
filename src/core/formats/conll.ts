/**
 * CoNLL columns, tab-separated: word, start, end (code points), assertion, BIO tag. The words are those that the student
 * reads; an empty line ends a line of the note, and `-DOCSTART-` begins a note.
 */

import { toCodePointOffsets } from "../offsets.ts";
import { createWordPiece } from "../wordpiece.ts";
import type { NoteFormat, WrittenNote } from "./note-format.ts";

/** Where words begin and end does not depend on the vocabulary. */
const WORDS = createWordPiece("[UNK]");

function* parts(notes: Iterable<WrittenNote>): Generator<string> {
  for (const note of notes) yield `-DOCSTART-\t0\t0\t_\tO\n\n${sentences(note)}\n`;
}

function sentences({ record: { text }, mentions }: WrittenNote): string {
  const { wordStart, wordEnd } = WORDS.tokenise(text);
  const offsets = toCodePointOffsets(text, Array.from(wordStart).flatMap((start, word) => [start, wordEnd[word] ?? start]));
  let lines = "";
  let at = 0; // the first mention that does not end before the word
  let tagged = -1;
  for (let word = 0; word < wordStart.length; word++) {
    const [start, end] = [wordStart[word] ?? 0, wordEnd[word] ?? 0];
    while ((mentions[at]?.end ?? Infinity) <= start) at++;
    const mention = mentions[at];
    const inside = mention !== undefined && mention.start < end ? mention : undefined;
    const tag = inside === undefined ? "O" : `${tagged === at ? "I" : "B"}-${inside.type}`;
    if (inside !== undefined) tagged = at;
    if (word > 0 && text.slice(wordEnd[word - 1], start).includes("\n")) lines += "\n";
    lines += `${text.slice(start, end)}\t${offsets[2 * word] ?? 0}\t${offsets[2 * word + 1] ?? 0}\t${inside?.assertion ?? "_"}\t${tag}\n`;
  }
  return lines;
}

function leftOut({ record: { text }, mentions }: WrittenNote): string[] {
  const { wordStart, wordEnd } = WORDS.tokenise(text);
  const [starts, ends] = [new Set(wordStart), new Set(wordEnd)];
  return mentions.filter(({ start, end }) => !starts.has(start) || !ends.has(end)).map(() => "begins or ends inside a word: its whole words are tagged, and of two in one word the first");
}

export const CONLL: NoteFormat = {
  id: "conll",
  label: "CoNLL columns",
  about: "A word a line with BIO tags, for taggers and their scorers",
  group: "annotation",
  extension: ".conll",
  mediaType: "text/plain",
  offsetUnit: "codepoint",
  files: (notes) => [{ name: "notes.conll", parts: parts(notes) }],
  leftOut,
};
