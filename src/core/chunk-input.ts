/** What the student reads of one chunk, how its tokens lie on words, and the key under which its result is cached. */

import { FRAME_TOKENS, type Chunk } from "./chunk.ts";
import type { ChunkLayout } from "./decode.ts";
import type { Manifest } from "./manifest.ts";
import { NO_WORD, type NoteTokens } from "./note-tokens.ts";
import type { StudentInput } from "./student.ts";

/** Tokens of the frame before a chunk's own: [CLS] and the guideline token. */
const LEADING_TOKENS = 2;

export interface Frame {
  readonly manifest: Pick<Manifest, "input">;
  /** Of `manifest.guidelines`. */
  readonly guidelineTokenId: number;
}

/** [CLS] guideline token … [SEP]. */
export function studentInput(tokens: NoteTokens, chunk: Chunk, { manifest, guidelineTokenId }: Frame): StudentInput {
  const length = chunk.endToken - chunk.firstToken + FRAME_TOKENS;
  const ids = new Int32Array(length);
  const shapes = new Int32Array(length);
  ids[0] = manifest.input.clsTokenId;
  ids[1] = guidelineTokenId;
  ids.set(tokens.ids.subarray(chunk.firstToken, chunk.endToken), LEADING_TOKENS);
  ids[length - 1] = manifest.input.sepTokenId;
  shapes.set(tokens.shapes.subarray(chunk.firstToken, chunk.endToken), LEADING_TOKENS);
  return { ids, shapes };
}

/** Words of the input's tokens, counted from the chunk's first word. */
export function chunkLayout(tokens: NoteTokens, chunk: Chunk): ChunkLayout {
  const word = new Int32Array(chunk.endToken - chunk.firstToken + FRAME_TOKENS).fill(NO_WORD);
  for (let token = chunk.firstToken; token < chunk.endToken; token++) {
    const owner = tokens.word[token] ?? NO_WORD;
    if (owner !== NO_WORD) word[token - chunk.firstToken + LEADING_TOKENS] = owner - chunk.firstWord;
  }
  return {
    word,
    words: chunk.endWord - chunk.firstWord,
    coreFirst: chunk.coreFirstWord - chunk.firstWord,
    coreEnd: chunk.coreEndWord - chunk.firstWord,
  };
}

/**
 * Equal for chunks with equal results, wherever they stand in a note: guideline, core, and per token its id, its shape
 * and whether it starts a word. Two UTF-16 units a token.
 */
export function chunkKey(tokens: NoteTokens, chunk: Chunk, guidelineTokenId: number): string {
  const units: number[] = [];
  const push = (number: number, flags: number): void => void units.push(number & 0xffff, (flags << 8) | (number >>> 16));
  push(guidelineTokenId, 0);
  push(chunk.coreFirstWord - chunk.firstWord, 0);
  push(chunk.coreEndWord - chunk.firstWord, 0);
  let previous = NO_WORD;
  for (let token = chunk.firstToken; token < chunk.endToken; token++) {
    const owner = tokens.word[token] ?? NO_WORD;
    const start = owner === NO_WORD ? 2 : owner === previous ? 0 : 1;
    push(tokens.ids[token] ?? 0, ((tokens.shapes[token] ?? 0) << 2) | start);
    previous = owner;
  }
  return String.fromCharCode(...units);
}
