import type { Block } from "../core/segments.ts";

export interface BlockGroup {
  /** Indices into the blocks: `blocks.slice(first, end)`. */
  readonly first: number;
  readonly end: number;
}

const BLOCKS = 32;
/** A line of that many blocks is broken between two of them after all. */
const MOST_BLOCKS = 160;

/** Whether the block is a part of a line that goes on in the next block. */
export const goesOn = (blocks: readonly Block[], index: number): boolean =>
  index < blocks.length - 1 && blocks[index]?.text.endsWith("\n") === false;

/** Runs of about 32 blocks; together all of them, in order. A line that is split into blocks stays in one group. */
export function groupBlocks(blocks: readonly Block[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  let first = 0;
  for (let end = 1; end <= blocks.length; end++) {
    const size = end - first;
    if (end < blocks.length && (size < BLOCKS || (goesOn(blocks, end - 1) && size < MOST_BLOCKS))) continue;
    groups.push({ first, end });
    first = end;
  }
  return groups;
}
