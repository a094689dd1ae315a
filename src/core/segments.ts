/** A note and its mentions as the screen draws them: blocks (lines) of segments (plain text, pieces of mentions). */

import type { JudgedMention } from "./review.ts";
import { noteOffset, type NoteOffset } from "./types.ts";

/** A line with its line end, or a part of a very long one; never empty. The texts of all blocks together are the note. */
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
      readonly mention: JudgedMention;
      /** Whether the mention begins (ends) in this piece; both, unless it spans blocks. */
      readonly first: boolean;
      readonly last: boolean;
    };

/** Longer lines are split, at white space where there is any. In UTF-16 units, without the line end. */
export const LONGEST_BLOCK = 2000;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const push = (start: number, end: number): void => {
    blocks.push({ start: noteOffset(start), end: noteOffset(end), text: text.slice(start, end) });
  };
  for (let start = 0; start < text.length; ) {
    const contentEnd = lineEnd(text, start);
    while (contentEnd - start > LONGEST_BLOCK) {
      const end = splitPoint(text, start);
      push(start, end);
      start = end;
    }
    const end = contentEnd + (text.startsWith("\r\n", contentEnd) ? 2 : contentEnd < text.length ? 1 : 0);
    push(start, end);
    start = end;
  }
  return blocks;
}

/** Where the line end behind `start` begins (\n, \r\n or \r); the text's end where there is none. */
function lineEnd(text: string, start: number): number {
  let at = start;
  for (let unit = text.charCodeAt(at); at < text.length && unit !== LINE_FEED && unit !== CARRIAGE_RETURN; unit = text.charCodeAt(at)) at++;
  return at;
}

/** Behind the last white space within LONGEST_BLOCK; without any, there, but not inside a surrogate pair. */
function splitPoint(text: string, start: number): number {
  for (let end = start + LONGEST_BLOCK; end > start; end--) if (/\s/.test(text.charAt(end - 1))) return end;
  const end = start + LONGEST_BLOCK;
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
}

/** `mentions`: those that share a character with the block, in order and disjoint. The segments' texts together are the block's. */
export function segmentBlock(block: Block, mentions: readonly JudgedMention[]): Segment[] {
  const segments: Segment[] = [];
  let at: number = block.start;
  const slice = (start: number, end: number): string => block.text.slice(start - block.start, end - block.start);
  for (const mention of mentions) {
    const start = Math.max(mention.start, block.start);
    const end = Math.min(mention.end, block.end);
    if (at < start) segments.push({ kind: "text", text: slice(at, start) });
    segments.push({ kind: "mention", text: slice(start, end), mention, first: mention.start >= block.start, last: mention.end <= block.end });
    at = end;
  }
  if (at < block.end) segments.push({ kind: "text", text: slice(at, block.end) });
  return segments;
}

const NO_MENTIONS: readonly JudgedMention[] = [];

/**
 * The mentions that share a character with each block, in one sweep. The array of `previous` is used again where a
 * block's mentions have the same values, so that a memo on it holds.
 */
export function mentionsByBlock(
  blocks: readonly Block[],
  mentions: readonly JudgedMention[],
  previous: readonly (readonly JudgedMention[])[] = [],
): (readonly JudgedMention[])[] {
  let next = 0;
  return blocks.map((block, i) => {
    const own: JudgedMention[] = [];
    for (let mention = mentions[next]; mention !== undefined && mention.start < block.end; mention = mentions[++next]) {
      if (mention.end > block.start) own.push(mention);
      if (mention.end > block.end) break; // the next block has a piece of it too
    }
    const before = previous[i] ?? NO_MENTIONS;
    return sameMentions(own, before) ? before : own;
  });
}

function sameMentions(a: readonly JudgedMention[], b: readonly JudgedMention[]): boolean {
  return a.length === b.length && a.every((mention, i) => sameMention(mention, b[i]));
}

function sameMention(a: JudgedMention, b: JudgedMention | undefined): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.type === b.type &&
    a.assertion === b.assertion &&
    a.score === b.score &&
    a.verdict === b.verdict &&
    a.origin === b.origin &&
    a.concept?.system === b.concept?.system &&
    a.concept?.code === b.concept?.code
  );
}
