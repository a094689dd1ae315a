/** The student reads a note: tokenise, chunk, infer what the cache does not hold, decode, merge. */

import type { ChunkCache } from "./chunk-cache.ts";
import { chunkKey, chunkLayout, studentInput } from "./chunk-input.ts";
import { chunkNote, type Chunk } from "./chunk.ts";
import { decodeChunk } from "./decode.ts";
import type { Guideline, Manifest } from "./manifest.ts";
import { placeMentions } from "./merge.ts";
import { noteTokens } from "./note-tokens.ts";
import { reading, type NoteReading } from "./note-reading.ts";
import type { StudentSession } from "./student.ts";
import type { Mention } from "./types.ts";
import type { WordPiece } from "./wordpiece.ts";

export type { NoteReading } from "./note-reading.ts";

export interface Student {
  readonly manifest: Manifest;
  readonly wordPiece: WordPiece;
  readonly session: StudentSession;
  /** Belongs to this manifest and session alone. */
  readonly cache: ChunkCache;
}

export interface ReadOptions {
  /** The visible part, UTF-16: its chunks are read first, then the nearest. Default: the note's start. */
  readonly visible?: { readonly start: number; readonly end: number } | undefined;
  /** Looked at between chunks. When aborted, the reading ends with what it has; that is not an error. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** A name of `manifest.guidelines`. Default: `manifest.defaultGuideline`. */
  readonly guideline?: string | undefined;
}

/**
 * Yields once with all that the cache holds, then after each inferred chunk; returns the complete reading
 * (`doneChunks < totalChunks` only when aborted). Never two runs of the session at once. Errors of the session pass
 * through, and what was read before stays in the cache. @throws RangeError for an unknown guideline
 */
export async function* readNote(text: string, student: Student, options: ReadOptions = {}): AsyncGenerator<NoteReading, NoteReading> {
  const { manifest, wordPiece, session, cache } = student;
  const { tokenId: guidelineTokenId, types } = guidelineOf(manifest, options.guideline);
  const tokens = noteTokens(text, wordPiece, manifest);
  const chunks = chunkNote(text, tokens, manifest);
  const placed: (readonly Mention[] | undefined)[] = chunks.map(() => undefined);
  let inferredChunks = 0;
  const state = (): NoteReading => reading(chunks, placed, { inferredChunks, words: tokens.wordStart.length });
  const key = (chunk: Chunk): string => chunkKey(tokens, chunk, guidelineTokenId);

  for (const [i, chunk] of chunks.entries()) {
    const cached = cache.get(key(chunk));
    if (cached) placed[i] = placeMentions(cached, chunk, tokens);
  }
  yield state();
  for (const i of nearestFirst(chunks, options.visible ?? { start: 0, end: 0 })) {
    const chunk = chunks[i];
    if (chunk === undefined || placed[i] !== undefined) continue;
    if (options.signal?.aborted) break;
    let mentions = cache.get(key(chunk)); // by now an equal chunk may have been read
    if (mentions === undefined) {
      const output = await session.run(studentInput(tokens, chunk, { manifest, guidelineTokenId }));
      mentions = decodeChunk(output, chunkLayout(tokens, chunk), { tagTemperature: manifest.calibration.tagTemperature, types });
      cache.set(key(chunk), mentions);
      inferredChunks++;
    }
    placed[i] = placeMentions(mentions, chunk, tokens);
    yield state();
  }
  return state();
}

function guidelineOf(manifest: Manifest, name = manifest.defaultGuideline): Guideline {
  const guideline = manifest.guidelines[name];
  if (guideline === undefined) throw new RangeError(`${manifest.name} knows no guideline of this name; it knows ${Object.keys(manifest.guidelines).join(", ")}`);
  return guideline;
}

/** Chunk numbers by their distance from the visible part, in the note's order where that is equal. */
function nearestFirst(chunks: readonly Chunk[], visible: { readonly start: number; readonly end: number }): number[] {
  const distance = chunks.map(({ start, end }) => Math.max(0, start - visible.end, visible.start - end));
  return [...chunks.keys()].sort((a, b) => (distance[a] ?? 0) - (distance[b] ?? 0) || a - b);
}
