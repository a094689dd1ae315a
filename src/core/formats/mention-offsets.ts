/** Where the mentions of a note stand, in code points. */

import { toCodePointOffsets } from "../offsets.ts";
import type { ReviewedMention } from "../review.ts";

export interface CodePointPlace {
  readonly mention: ReviewedMention;
  /** What stands at the mention. */
  readonly words: string;
  /** Code points. */
  readonly start: number;
  readonly end: number;
}

/** `mentions` in order and disjoint. Linear. */
export function inCodePoints(text: string, mentions: readonly ReviewedMention[]): CodePointPlace[] {
  const offsets = toCodePointOffsets(text, mentions.flatMap(({ start, end }) => [start, end]));
  return mentions.map((mention, i) => ({
    mention,
    words: text.slice(mention.start, mention.end),
    start: offsets[2 * i] ?? 0,
    end: offsets[2 * i + 1] ?? 0,
  }));
}
