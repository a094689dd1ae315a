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

/** One bit per letter that occurs. A slip changes two bits at most. */
function letters(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

interface Bucket {
  readonly words: string[];
  readonly letters: number[];
}

const key = (word: string, length: number): string => `${word.charAt(0)}${length}`;

/** Only words with the same first letter are looked at: people rarely miss it, and it keeps the search short. */
export function createWordIndex(words: Iterable<string>): WordIndex {
  const byStart = new Map<string, Bucket>();
  for (const word of words) {
    if (word.length < 4 || /\d/.test(word)) continue;
    const bucket = byStart.get(key(word, word.length)) ?? { words: [], letters: [] };
    byStart.set(key(word, word.length), bucket);
    bucket.words.push(word);
    bucket.letters.push(letters(word));
  }
  const known = new Map<string, readonly NearWord[]>();
  return {
    near(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      const found = search(word);
      known.set(word, found);
      return found;
    },
  };

  function search(word: string): readonly NearWord[] {
    const allowed = slipsAllowed(word.length);
    if (allowed === 0 || /\d/.test(word)) return [];
    const own = letters(word);
    let best: number = allowed;
    let found: NearWord[] = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      const bucket = byStart.get(key(word, length));
      for (let i = 0; i < (bucket?.words.length ?? 0); i++) {
        // A cheap look that spares almost every comparison.
        if (bitCount(own ^ (bucket?.letters[i] ?? 0)) > 2 * best) continue;
        const candidate = bucket?.words[i] ?? "";
        const distance = editDistance(word, candidate, best);
        if (distance > best) continue;
        if (distance < best) found = [];
        best = distance;
        found.push({ word: candidate, distance });
      }
    }
    return found;
  }
}
