/**
 * CoNLL columns, tab-separated: word, start, end (code points), assertion, BIO tag. The words are those that the student
 * reads; an empty line ends a line of the note, and `-DOCSTART-` begins a note.
 */

import { toCodePointOffsets } from "../offsets.ts";
import type { Mention } from "../types.ts";
import { createWordPiece } from "../wordpiece.ts";
import type { NoteFormat, WrittenNote } from "./note-format.ts";

/** Where words begin and end does not depend on the vocabulary. */
const WORDS = createWordPiece("[UNK]");

/** UTF-16 units of a part, about. */
const PART_LENGTH = 8_192;

function* parts(notes: Iterable<WrittenNote>): Generator<string> {
  for (const note of notes) {
    yield "-DOCSTART-\t0\t0\t_\tO\n\n";
    yield* sentences(note);
    yield "\n";
  }
}

/** Line by line: no word crosses a line end. */
function* sentences({ record: { text }, mentions }: WrittenNote): Generator<string> {
  let rows = "";
  let hasRows = false;
  let at = 0; // the first mention that does not end before the word
  let tagged = -1;
  let codePoints = 0; // before the line
  for (let from = 0; from < text.length; ) {
    const lineEnd = text.indexOf("\n", from) + 1 || text.length;
    const line = text.slice(from, lineEnd);
    const { wordStart, wordEnd } = WORDS.tokenise(line);
    const offsets = toCodePointOffsets(line, [...Array.from(wordStart).flatMap((start, word) => [start, wordEnd[word] ?? start]), line.length]);
    if (wordStart.length > 0 && hasRows) rows += "\n";
    hasRows ||= wordStart.length > 0;
    for (let word = 0; word < wordStart.length; word++) {
      const [start, end] = [from + (wordStart[word] ?? 0), from + (wordEnd[word] ?? 0)];
      while ((mentions[at]?.end ?? Infinity) <= start) at++;
      const mention = mentions[at];
      const inside = mention !== undefined && mention.start < end ? mention : undefined;
      const tag = inside === undefined ? "O" : `${tagged === at ? "I" : "B"}-${inside.type}`;
      if (inside !== undefined) tagged = at;
      rows += `${text.slice(start, end)}\t${codePoints + (offsets[2 * word] ?? 0)}\t${codePoints + (offsets[2 * word + 1] ?? 0)}\t${inside?.assertion ?? "_"}\t${tag}\n`;
    }
    codePoints += offsets[2 * wordStart.length] ?? 0;
    from = lineEnd;
    if (rows.length < PART_LENGTH) continue;
    yield rows;
    rows = "";
  }
  yield rows;
}

const leftOut = ({ record: { text }, mentions }: WrittenNote): string[] =>
  mentions.filter((mention) => !snaps(text, mention)).map(() => "begins or ends inside a word, and whole words are tagged (of two in one word the first)");

/** Characters of which each is a word's own or no part of one, whatever stands beside it. */
const PLAIN = /^[\x20-\x7e\n]$/;
const LETTER = /^[0-9A-Za-z]$/;

/** Whether words begin and end where the mention does. Where words part, two neighbouring characters say. */
function snaps(text: string, { start, end }: Mention): boolean {
  const [first, last, previous, next] = [text[start] ?? "", text[end - 1] ?? "", text[start - 1] ?? " ", text[end] ?? " "];
  if (LETTER.test(first) && LETTER.test(last) && PLAIN.test(previous) && PLAIN.test(next)) return !LETTER.test(previous) && !LETTER.test(next);
  const before = Array.from(text.slice(Math.max(0, start - 2), start)).at(-1) ?? "";
  const after = text.slice(end, end + 2);
  const { wordStart, wordEnd } = WORDS.tokenise(before + text.slice(start, end) + after);
  return wordStart.includes(before.length) && wordEnd.includes(before.length + end - start);
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
