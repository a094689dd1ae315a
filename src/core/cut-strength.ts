/** How good a place each word's start is for a cut. */

import type { Manifest } from "./manifest.ts";
import { NO_WORD, type NoteTokens } from "./note-tokens.ts";

const SPACE = 1;
export const SENTENCE_END = 2;
const LINE_END = 3;
const BLANK_LINE = 4;

/** Per word, of a cut before it: blank line > line end > sentence end > space > none of these (0). */
export function cutStrengths(text: string, tokens: NoteTokens, input: Pick<Manifest["input"], "paragraphBreakTokenId">): Uint8Array {
  const strengths = new Uint8Array(tokens.wordStart.length);
  let word = 0;
  for (const [token, owner] of tokens.word.entries()) {
    if (owner === NO_WORD) strengths[word + 1] = tokens.ids[token] === input.paragraphBreakTokenId ? BLANK_LINE : LINE_END;
    else if (owner !== word) {
      word = owner;
      if (strengths[word] === 0) strengths[word] = gapStrength(text, tokens.wordEnd[word - 1] ?? 0, tokens.wordStart[word] ?? 0);
    }
  }
  return strengths;
}

/** A sentence ends with . ? or ! and white space (training/chartlight/windows.py). */
function gapStrength(text: string, gapStart: number, gapEnd: number): number {
  if (gapStart === gapEnd) return 0;
  return ".?!".includes(text.charAt(gapStart - 1)) ? SENTENCE_END : SPACE;
}

const HASHED_TOKENS = 8;

/** FNV-1a of the tokens that follow a cut: chooses among equally strong ones, the same way wherever they stand. */
export function cutHash(ids: Int32Array, firstToken: number): number {
  let hash = 0x811c9dc5;
  for (const id of ids.subarray(firstToken, firstToken + HASHED_TOKENS)) hash = Math.imul(hash ^ id, 0x01000193);
  // The last factor leaves neighbours close: mix the high bits down.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
