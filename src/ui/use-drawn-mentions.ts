import { useMemo, useRef } from "react";
import { isSeeking, isSought, type Filter } from "../app/filter.ts";
import type { NoteState } from "../app/note-store.ts";
import { drawnMentions } from "../app/shown-mentions.ts";
import type { JudgedMention } from "../core/review.ts";
import { mentionsByBlock } from "../core/segments.ts";

/**
 * The marks of each block: without those that the search leaves out, with the rejected ones where they are wanted. What
 * the legend hides is drawn and loses its dress only. Blocks whose marks stay keep their array.
 */
export function useDrawnMentions(note: NoteState, filter: Filter, showRejected: boolean): NoteState["mentionsOfBlock"] {
  const before = useRef<readonly (readonly JudgedMention[])[]>([]);
  const { text, blocks, mentions, corrections, mentionsOfBlock } = note;
  return useMemo(() => {
    const seeking = isSeeking(filter);
    if (!seeking && !showRejected) return (before.current = mentionsOfBlock);
    const drawn = drawnMentions({ mentions, corrections }, showRejected);
    const sought = seeking ? drawn.filter((mention) => isSought(mention, filter, text)) : drawn;
    return (before.current = mentionsByBlock(blocks, sought, before.current));
  }, [text, blocks, mentions, corrections, mentionsOfBlock, filter, showRejected]);
}
