/** Results of chunks by their key. The least recently used goes first. */

import type { ChunkMention } from "./decode.ts";

export interface ChunkCache {
  get(key: string): readonly ChunkMention[] | undefined;
  set(key: string, mentions: readonly ChunkMention[]): void;
  readonly size: number;
}

/** Holds at most `limit` chunks. Throws a RangeError unless `limit` is a whole number ≥ 1. */
export function createChunkCache(limit: number): ChunkCache {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`not a cache limit: ${limit}`);
  // A Map keeps the order of insertion: its first key is the one longest unused.
  const entries = new Map<string, readonly ChunkMention[]>();
  const put = (key: string, mentions: readonly ChunkMention[]): void => {
    entries.delete(key);
    entries.set(key, mentions);
  };
  return {
    get(key) {
      const mentions = entries.get(key);
      if (mentions !== undefined) put(key, mentions);
      return mentions;
    },
    set(key, mentions) {
      put(key, mentions);
      if (entries.size <= limit) return;
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        break;
      }
    },
    get size() {
      return entries.size;
    },
  };
}
