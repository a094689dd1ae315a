/** Two annotations over one text, cut where either of them begins or ends. */

import type { Block } from "../../core/segments.ts";
import type { Mention } from "../../core/types.ts";

export interface OverlayPiece {
  readonly text: string;
  readonly left: Mention | undefined;
  readonly right: Mention | undefined;
}

/** `left`, `right`: mentions that share a character with the block, in order and disjoint. The pieces' texts together are the block's. */
export function overlayBlock(block: Block, left: readonly Mention[], right: readonly Mention[]): OverlayPiece[] {
  const inside = [...left, ...right].flatMap(({ start, end }): number[] => [start, end]).filter((at) => at > block.start && at < block.end);
  const cuts = [...new Set([block.start, ...inside, block.end])].sort((a, b) => a - b);
  const at = (mentions: readonly Mention[], start: number) => mentions.find((mention) => mention.start <= start && start < mention.end);
  return cuts.slice(0, -1).map((start, i) => ({
    text: block.text.slice(start - block.start, (cuts[i + 1] ?? block.end) - block.start),
    left: at(left, start),
    right: at(right, start),
  }));
}
