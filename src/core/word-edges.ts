/** Words as a reviewer points at them: runs of letters, digits and marks. Offsets are UTF-16 units; none ever parts a surrogate pair. */

import { noteOffset, type NoteOffset } from "./types.ts";

export interface WordSpan {
  readonly start: NoteOffset;
  readonly end: NoteOffset;
}

/** What a reviewer does not mean when pointing at words; signs that carry meaning ("%", "+", an emoji) are none of it. */
const LOOSE_CLASS = "\\s\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}.,;:!?…\"'/\\\\";
const LOOSE = new RegExp(`[${LOOSE_CLASS}]`, "u");
/** A word, or one sign. */
const WORD = new RegExp(`[\\p{L}\\p{N}\\p{M}_]+|[^\\p{L}\\p{N}\\p{M}_${LOOSE_CLASS}]`, "gu");
/** Far longer words are no words; so the search stays short. */
const REACH = 400;

const isLow = (text: string, at: number): boolean => at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** The word that begins at or behind `at`, or that `at` lies inside of. */
export function wordFrom(text: string, at: number): WordSpan | undefined {
  const from = Math.max(0, at - REACH);
  for (let reach = REACH; ; reach *= 8) {
    const piece = text.slice(from, at + reach);
    for (const match of piece.matchAll(WORD)) {
      const span = spanOf(from, match);
      if (span.end > at && (span.end < from + piece.length || from + piece.length === text.length)) return span;
    }
    if (at + reach >= text.length) return undefined;
  }
}

/** The last word that ends at or before `at`. */
export function wordBefore(text: string, at: number): WordSpan | undefined {
  for (let reach = REACH; ; reach *= 8) {
    const from = Math.max(0, at - reach);
    const last = [...text.slice(from, at).matchAll(WORD)].at(-1);
    if (last !== undefined && (last.index > 0 || from === 0)) return spanOf(from, last);
    if (from === 0) return undefined;
  }
}

const spanOf = (from: number, match: RegExpExecArray): WordSpan => ({ start: noteOffset(from + match.index), end: noteOffset(from + match.index + match[0].length) });

/**
 * What a selection means: whole words, no white space and no loose punctuation at its edges. An edge that lies between
 * words stays where it is, so that no neighbour is taken along. Undefined when no word is left.
 */
export function snapToWords(text: string, range: { readonly start: number; readonly end: number }): WordSpan | undefined {
  let start = Math.max(0, Math.min(range.start, range.end));
  let end = Math.min(text.length, Math.max(range.start, range.end));
  if (isLow(text, start)) start--;
  if (isLow(text, end)) end++;
  const inside = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(inside)) return undefined;
  while (start < end && LOOSE.test(text.charAt(start))) start++;
  while (start < end && LOOSE.test(text.charAt(end - 1)) && !closes(text.slice(start, end))) end--;
  const [first, last] = [wordFrom(text, start), wordFrom(text, Math.max(start, end - 1))];
  if (first === undefined || last === undefined) return undefined;
  return span(Math.min(first.start, start), last.start < end ? Math.max(last.end, end) : end);
}

/** Whether the last character closes a bracket that the piece opens: "HFrEF (reduced)". */
function closes(piece: string): boolean {
  const opening = { ")": "(", "]": "[", "}": "{" }[piece.charAt(piece.length - 1)];
  return opening !== undefined && piece.includes(opening);
}

export type EdgeMove = "start-earlier" | "start-later" | "end-earlier" | "end-later";

/** The span with one edge moved by a word; undefined where that would leave nothing, or leave the text. */
export function moveEdge(text: string, { start, end }: { readonly start: number; readonly end: number }, move: EdgeMove): WordSpan | undefined {
  switch (move) {
    case "start-earlier":
      return span(wordBefore(text, start)?.start, end);
    case "start-later":
      return span(wordFrom(text, wordFrom(text, start)?.end ?? end)?.start, end);
    case "end-later":
      return span(start, closed(text, start, wordFrom(text, end)?.end));
    case "end-earlier":
      return span(start, wordBefore(text, wordBefore(text, end)?.start ?? start)?.end);
  }
}

/** With the bracket that closes one within. */
const closed = (text: string, start: number, end: number | undefined): number | undefined =>
  end !== undefined && closes(text.slice(start, end + 1)) ? end + 1 : end;

const span = (start: number | undefined, end: number | undefined): WordSpan | undefined =>
  start === undefined || end === undefined || start >= end ? undefined : { start: noteOffset(start), end: noteOffset(end) };
