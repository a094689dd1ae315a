/** Words near a misspelt word, among the words of a table. */

import { editDistance } from "./edit-distance.ts";

export interface NearWord {
  readonly word: string;
  readonly distance: number;
}

export interface WordIndex {
  /** The nearest words, all of one distance; none for a word that is too short, or when nothing is near enough. */
  near(word: string): readonly NearWord[];
}

/** Slips allowed in a word of this length: none below 5 letters, where every word has neighbours. */
export const slipsAllowed = (length: number): 0 | 1 | 2 => (length < 5 ? 0 : length < 9 ? 1 : 2);

const key = (word: string, length: number): string => `${word.charAt(0)}${length}`;

/** Only words with the same first letter are looked at: people rarely miss it, and it keeps the search short. */
export function createWordIndex(words: Iterable<string>): WordIndex {
  const byStart = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 4 || /\d/.test(word)) continue;
    const bucket = byStart.get(key(word, word.length));
    if (bucket === undefined) byStart.set(key(word, word.length), [word]);
    else bucket.push(word);
  }
  return {
    near(word) {
      const allowed = slipsAllowed(word.length);
      if (allowed === 0 || /\d/.test(word)) return [];
      let best: number = allowed;
      let found: NearWord[] = [];
      for (let length = word.length - allowed; length <= word.length + allowed; length++) {
        for (const candidate of byStart.get(key(word, length)) ?? []) {
          const distance = editDistance(word, candidate, best);
          if (distance > best) continue;
          if (distance < best) found = [];
          best = distance;
          found.push({ word: candidate, distance });
        }
      }
      return found;
    },
  };
}
