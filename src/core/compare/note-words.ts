/** A note's words for counting agreement: needs no vocabulary, and is the same for every student and teacher. */

import type { EntityType } from "../types.ts";
import type { ComparedSpan } from "./pair.ts";

/** UTF-16. */
export interface WordPlace {
  readonly start: number;
  readonly end: number;
}

/** A run of letters, marks and digits is one word, any other character but white space one by itself. */
export function* noteWords(text: string): Generator<WordPlace, void, undefined> {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)) yield { start: index, end: index + word.length };
}

/** Asked for words from left to right, tells the type of the first mention that shares a character with each. Mentions in order and disjoint. */
export function typeAt(mentions: readonly ComparedSpan[]): (word: WordPlace) => EntityType | undefined {
  let next = 0;
  return ({ start, end }) => {
    for (let mention = mentions[next]; mention !== undefined && mention.end <= start; mention = mentions[next]) next++;
    const mention = mentions[next];
    return mention !== undefined && mention.start < end ? mention.type : undefined;
  };
}
