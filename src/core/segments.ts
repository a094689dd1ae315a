/** A note and its mentions as the screen draws them: blocks (lines) of segments (plain text, pieces of mentions). */

import type { Mention, NoteOffset } from "./types.ts";
import { noteOffset } from "./types.ts";

/** A line with its line end, or a part of a very long one. The texts of all blocks together are the note. */
export interface Block {
  readonly start: NoteOffset;
  readonly end: NoteOffset;
  readonly text: string;
}

export type Segment =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "mention";
      readonly text: string;
      readonly mention: Mention;
      /** Whether the mention begins (ends) in this piece; both, unless it spans blocks. */
      readonly first: boolean;
      readonly last: boolean;
    };

/** Longer lines are split at white space. */
export const LONGEST_BLOCK = 2000;

export function splitBlocks(text: string): Block[] {
  return [{ start: noteOffset(0), end: noteOffset(text.length), text }];
}

/** `mentions`: those that share a character with the block, in order and disjoint. */
export function segmentBlock(block: Block, mentions: readonly Mention[]): Segment[] {
  return mentions.length === 0 ? [{ kind: "text", text: block.text }] : [];
}

/**
 * The mentions of each block. The array of `previous` is used again where a block's mentions are the same
 * values, so that a memo on it holds. One sweep.
 */
export function mentionsByBlock(
  blocks: readonly Block[],
  mentions: readonly Mention[],
  previous: readonly (readonly Mention[])[] = [],
): (readonly Mention[])[] {
  return blocks.map((_, i) => previous[i] ?? mentions);
}
