/** A state of a reading under way. */

import type { Chunk } from "./chunk.ts";
import type { TextRange } from "./edit.ts";
import { mergeMentions } from "./merge.ts";
import type { Mention } from "./types.ts";

/** `mentions` and `covered` are made when first asked for: skipping a state costs next to nothing. */
export interface NoteReading {
  /** Mentions as far as read, in order and disjoint. */
  readonly mentions: readonly Mention[];
  /** Parts already read, in order and disjoint, as few as can be. */
  readonly covered: readonly TextRange[];
  readonly doneChunks: number;
  readonly totalChunks: number;
  /** Chunks that went through the network in this reading; the others came from the cache. */
  readonly inferredChunks: number;
  readonly words: number;
}

/** `placed`: mentions of each chunk, undefined while it is not read. Copied, so that the state stays what it was. */
export function reading(
  chunks: readonly Chunk[],
  placed: readonly (readonly Mention[] | undefined)[],
  { inferredChunks, words }: { readonly inferredChunks: number; readonly words: number },
): NoteReading {
  const known = placed.slice();
  let mentions: readonly Mention[] | undefined;
  let covered: readonly TextRange[] | undefined;
  return {
    get mentions() {
      return (mentions ??= mergeMentions(known));
    },
    get covered() {
      return (covered ??= coveredRanges(chunks.filter((_, i) => known[i] !== undefined)));
    },
    doneChunks: known.reduce((done, part) => done + (part === undefined ? 0 : 1), 0),
    totalChunks: chunks.length,
    inferredChunks,
    words,
  };
}

function coveredRanges(read: readonly TextRange[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { start, end } of read) {
    const last = ranges.at(-1);
    if (last?.end === start) ranges[ranges.length - 1] = { start: last.start, end };
    else ranges.push({ start, end });
  }
  return ranges;
}
