/** Mentions of chunks to mentions of the note. */

import type { Chunk } from "./chunk.ts";
import type { ChunkMention } from "./decode.ts";
import type { NoteTokens } from "./note-tokens.ts";
import { withoutOverlap } from "./overlap.ts";
import { noteOffset, type Mention } from "./types.ts";

/** A chunk's mentions at their place in the note. @throws RangeError when a mention's words are not the chunk's */
export function placeMentions(mentions: readonly ChunkMention[], chunk: Chunk, tokens: NoteTokens): Mention[] {
  return mentions.map(({ firstWord, endWord, type, assertion, score }) => {
    const start = tokens.wordStart[chunk.firstWord + firstWord];
    const end = tokens.wordEnd[chunk.firstWord + endWord - 1];
    if (start === undefined || end === undefined) throw new RangeError(`words ${firstWord}–${endWord} are not in a chunk of ${chunk.endWord - chunk.firstWord}`);
    return { start: noteOffset(start), end: noteOffset(end), type, assertion, score };
  });
}

/**
 * Mentions of the note, in order and disjoint. Neighbours both report a mention across their cut: the longer of two that
 * overlap stays, the earlier of two of one length; of the same span twice, the left chunk's, which read more of what leads up to it.
 * `placed`: per chunk in the note's order; undefined while it is not read.
 */
export function mergeMentions(placed: readonly (readonly Mention[] | undefined)[]): Mention[] {
  return withoutOverlap(placed.flatMap((mentions) => mentions ?? []));
}
