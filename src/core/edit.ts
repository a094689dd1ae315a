/** One edit of a text, and what becomes of positions made before it. */

import { noteOffset, type Mention, type NoteOffset } from "./types.ts";

/** `before.slice(start, beforeEnd)` was replaced by `after.slice(start, afterEnd)`. */
export interface TextEdit {
  readonly start: NoteOffset;
  readonly beforeEnd: NoteOffset;
  readonly afterEnd: NoteOffset;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Whether a cut at `at` would part a surrogate pair. */
const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** The smallest replaced range by common prefix and suffix; undefined when the texts are equal. Never parts a surrogate pair. */
export function findEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  let kept = 0;
  while (kept < shorter - start && before.charCodeAt(before.length - 1 - kept) === after.charCodeAt(after.length - 1 - kept)) kept++;
  if (splitsPair(before, before.length - kept) || splitsPair(after, after.length - kept)) kept--;
  return { start: noteOffset(start), beforeEnd: noteOffset(before.length - kept), afterEnd: noteOffset(after.length - kept) };
}

/** Mentions after the edit move with it; those that it cuts or that share a replaced character are dropped. */
export function mapMentions<M extends Mention>(mentions: readonly M[], edit: TextEdit): M[] {
  const shift = edit.afterEnd - edit.beforeEnd;
  const mapped: M[] = [];
  for (const mention of mentions) {
    if (mention.end <= edit.start) mapped.push(mention);
    else if (mention.start >= edit.beforeEnd) {
      mapped.push(shift === 0 ? mention : { ...mention, start: noteOffset(mention.start + shift), end: noteOffset(mention.end + shift) });
    }
  }
  return mapped;
}

export interface TextRange {
  readonly start: NoteOffset;
  readonly end: NoteOffset;
}

/** Ranges that were read before the edit; the new text in it is not. Stay in order and disjoint. */
export function mapCovered(covered: readonly TextRange[], edit: TextEdit): TextRange[] {
  const shift = edit.afterEnd - edit.beforeEnd;
  const mapped: TextRange[] = [];
  for (const { start, end } of covered) {
    const leftEnd = Math.min(end, edit.start);
    if (start < leftEnd) mapped.push({ start, end: noteOffset(leftEnd) });
    const rightStart = Math.max(start, edit.beforeEnd);
    if (rightStart < end) mapped.push({ start: noteOffset(rightStart + shift), end: noteOffset(end + shift) });
  }
  return mapped;
}
