/** A note's tokens cut into chunks: runs of words that the student reads in one go, with context around them. */

import type { Manifest } from "./manifest.ts";
import type { NoteTokens } from "./note-tokens.ts";
import type { NoteOffset } from "./types.ts";

/** [CLS], guideline, [SEP]. */
export const FRAME_TOKENS = 3;

/** Word and token numbers are indices into the note's `NoteTokens`; ends are exclusive. */
export interface Chunk {
  /** The words that the chunk owns. The cores of a note partition its words. */
  readonly coreFirstWord: number;
  readonly coreEndWord: number;
  /** The words and tokens it reads: core and context. */
  readonly firstWord: number;
  readonly endWord: number;
  readonly firstToken: number;
  readonly endToken: number;
  /** The core in the note. */
  readonly start: NoteOffset;
  readonly end: NoteOffset;
}

export function chunkNote(text: string, tokens: NoteTokens, manifest: Manifest): Chunk[] {
  throw new Error(`not written yet: ${text.length} ${tokens.ids.length} ${manifest.name}`);
}
