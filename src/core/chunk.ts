/**
 * A note's tokens cut into chunks: runs of words (cores) that the student reads in one go, with context around them.
 * Cuts depend on their neighbourhood only (content-defined chunking), so that an edit moves few of them.
 */

import { cutStrengths, cutHash, SENTENCE_END } from "./cut-strength.ts";
import type { Manifest } from "./manifest.ts";
import { NO_WORD, type NoteTokens } from "./note-tokens.ts";
import { noteOffset, type NoteOffset } from "./types.ts";

/** [CLS], guideline, [SEP]. */
export const FRAME_TOKENS = 3;

/** Word and token numbers are indices into the note's `NoteTokens`; ends are exclusive. */
export interface Chunk {
  /** The words that the chunk owns. The cores of a note partition its words. */
  readonly coreFirstWord: number;
  readonly coreEndWord: number;
  /** The words and tokens it reads: core and context. With the frame never more than `maxTokens`. */
  readonly firstWord: number;
  readonly endWord: number;
  readonly firstToken: number;
  readonly endToken: number;
  /** The core in the note, with the gap that follows it: together the chunks cover the text. */
  readonly start: NoteOffset;
  readonly end: NoteOffset;
}

/** Linear in the text. No chunks for a note without words. @throws RangeError when a word does not fit into `maxTokens` */
export function chunkNote(text: string, tokens: NoteTokens, manifest: Pick<Manifest, "input">): Chunk[] {
  const cutter = createCutter(text, tokens, manifest.input);
  const words = tokens.wordStart.length;
  const chunks: Chunk[] = [];
  for (let word = 0; word < words; ) {
    const endWord = cutter.coreEnd(word);
    const start = word === 0 ? 0 : (tokens.wordStart[word] ?? 0);
    const end = endWord === words ? text.length : (tokens.wordStart[endWord] ?? 0);
    chunks.push({ coreFirstWord: word, coreEndWord: endWord, ...cutter.window(word, endWord), start: noteOffset(start), end: noteOffset(end) });
    word = endWord;
  }
  return chunks;
}

type Window = Pick<Chunk, "firstWord" | "endWord" | "firstToken" | "endToken">;

function createCutter(text: string, tokens: NoteTokens, input: Manifest["input"]) {
  const words = tokens.wordStart.length;
  const strengths = cutStrengths(text, tokens, input);
  const wordToken = firstTokens(tokens);
  /** First token of a word; of the word after the last, the number of tokens. A break token belongs to the word before it. */
  const tokenOf = (word: number): number => wordToken[word] ?? tokens.ids.length;
  const strengthOf = (word: number): number => strengths[word] ?? 0;
  const whole = input.maxTokens - FRAME_TOKENS;

  /** The strongest cut in the second half of a full core; ties by a hash of what follows, then the later one. */
  const coreEnd = (first: number): number => {
    const leftContext = first === 0 ? 0 : input.leftContextTokens;
    if (tokens.ids.length - tokenOf(first) <= whole - leftContext) return words;
    const room = whole - leftContext - input.rightContextTokens;
    const from = tokenOf(first);
    let best = first + 1;
    let bestStrength = -1;
    let bestHash = 0;
    for (let word = first + 1; word < words && tokenOf(word) - from <= room; word++) {
      if (tokenOf(word) - from < room / 2) {
        best = word; // only kept when a long word takes the whole second half
        continue;
      }
      const strength = strengthOf(word);
      if (strength < bestStrength) continue;
      const hash = cutHash(tokens.ids, tokenOf(word));
      if (strength === bestStrength && hash < bestHash) continue;
      [best, bestStrength, bestHash] = [word, strength, hash];
    }
    return best;
  };

  /** Context ends where a line or sentence does, as windows did in training; at any word where none ends within reach. */
  const window = (coreFirst: number, coreEndWord: number): Window => {
    const core = tokenOf(coreEndWord) - tokenOf(coreFirst);
    if (core > whole) throw new RangeError(`a word of ${core} tokens does not fit into windows of ${input.maxTokens}`);
    const left = Math.min(input.leftContextTokens, whole - core);
    let [firstWord, unitStart] = [coreFirst, -1];
    while (firstWord > 0 && tokenOf(coreFirst) - tokenOf(firstWord - 1) <= left) if (strengthOf(--firstWord) >= SENTENCE_END || firstWord === 0) unitStart = firstWord;
    if (unitStart !== -1) firstWord = unitStart;
    const right = Math.min(input.rightContextTokens, whole - (tokenOf(coreEndWord) - tokenOf(firstWord)));
    let [endWord, unitEnd] = [coreEndWord, -1];
    while (endWord < words && tokenOf(endWord + 1) - tokenOf(coreEndWord) <= right) if (strengthOf(++endWord) >= SENTENCE_END || endWord === words) unitEnd = endWord;
    if (unitEnd !== -1) endWord = unitEnd;
    return { firstWord, endWord, firstToken: tokenOf(firstWord), endToken: tokenOf(endWord) };
  };

  return { coreEnd, window };
}

function firstTokens({ word, wordStart }: NoteTokens): Int32Array {
  const first = new Int32Array(wordStart.length);
  let previous = NO_WORD;
  for (const [token, owner] of word.entries()) {
    if (owner === NO_WORD) continue;
    if (owner !== previous) first[owner] = token;
    previous = owner;
  }
  return first;
}
