/** Logits of one chunk to mentions, counted in words of the chunk. training/chartlight/decode.py does the same. */

import type { Assertion, EntityType } from "./types.ts";
import type { StudentOutput } from "./student.ts";

/** A mention by word numbers from the chunk's first word (context included), so that it holds wherever the chunk stands. */
export interface ChunkMention {
  readonly firstWord: number;
  /** Exclusive. */
  readonly endWord: number;
  readonly type: EntityType;
  readonly assertion: Assertion;
  readonly score: number;
}

export interface ChunkLayout {
  /** Word of each token of the input, counted from the chunk's first word; NO_WORD for frame and break tokens. */
  readonly word: Int32Array;
  readonly words: number;
  /** The words that the chunk owns, counted likewise. */
  readonly coreFirst: number;
  readonly coreEnd: number;
}

/** Mentions that touch the core, in order. `tagTemperature` as in the manifest. */
export function decodeChunk(output: StudentOutput, layout: ChunkLayout, tagTemperature: number): ChunkMention[] {
  throw new Error(`not written yet: ${output.tagLogits.length} ${layout.words} ${tagTemperature}`);
}
