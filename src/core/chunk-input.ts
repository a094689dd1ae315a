/** What the student reads of one chunk, and the key under which its result is cached. */

import type { Chunk } from "./chunk.ts";
import type { Manifest } from "./manifest.ts";
import type { NoteTokens } from "./note-tokens.ts";
import type { StudentInput } from "./student.ts";

/** [CLS] guideline token … [SEP]. `guidelineTokenId` is a value of `manifest.guidelines`. */
export function studentInput(tokens: NoteTokens, chunk: Chunk, frame: { readonly manifest: Manifest; readonly guidelineTokenId: number }): StudentInput {
  throw new Error(`not written yet: ${tokens.ids.length} ${chunk.firstWord} ${frame.manifest.name}`);
}

/** Equal for chunks with equal results, wherever they stand in a note. */
export function chunkKey(tokens: NoteTokens, chunk: Chunk, guidelineTokenId: number): string {
  throw new Error(`not written yet: ${tokens.ids.length} ${chunk.firstWord} ${guidelineTokenId}`);
}
