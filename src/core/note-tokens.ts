/** WordPiece tokens with break tokens and letter-case shapes: what the student reads of a note. */

import type { Manifest } from "./manifest.ts";
import type { WordPiece } from "./wordpiece.ts";

/** The word of a break token. */
export const NO_WORD = -1;

/** ids, shapes and word have one entry per token; wordStart and wordEnd (UTF-16) one per word. */
export interface NoteTokens {
  readonly ids: Int32Array;
  /** 0 lower or caseless, 1 capitalised, 2 upper, 3 mixed. */
  readonly shapes: Int32Array;
  /** Token → word, NO_WORD for a break token. */
  readonly word: Int32Array;
  readonly wordStart: Int32Array;
  readonly wordEnd: Int32Array;
}

export function noteTokens(text: string, wordPiece: WordPiece, manifest: Manifest): NoteTokens {
  throw new Error(`not written yet: ${text.length} ${manifest.name} ${typeof wordPiece}`);
}
