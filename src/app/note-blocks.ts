/** Blocks that keep their identity through an edit, so that the screen draws only what changed. */

import { splitBlocks, type Block } from "../core/segments.ts";

export interface KeyedBlock extends Block {
  /** The same as before the edit for a line whose text and neighbourhood stayed. Unique in a note. */
  readonly id: number;
}

/** `nextId` gives a number that it never gave before. Lines common to the start and the end of both texts keep their id. */
export function keyBlocks(previous: readonly KeyedBlock[], text: string, nextId: () => number): KeyedBlock[] {
  const blocks = splitBlocks(text);
  const shorter = Math.min(previous.length, blocks.length);
  let head = 0;
  while (head < shorter && previous[head]?.text === blocks[head]?.text) head++;
  let tail = 0;
  while (tail < shorter - head && previous[previous.length - 1 - tail]?.text === blocks[blocks.length - 1 - tail]?.text) tail++;
  const shift = previous.length - blocks.length;
  return blocks.map((block, i) => {
    const before = i < head ? previous[i] : i >= blocks.length - tail ? previous[i + shift] : undefined;
    if (before === undefined) return { ...block, id: nextId() };
    return before.start === block.start ? before : { ...block, id: before.id };
  });
}
