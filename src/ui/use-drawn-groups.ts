import { useEffect, useState } from "react";
import type { KeyedBlock } from "../app/note-blocks.ts";

/** More than a screen; what a frame can take beside its other work. */
const FIRST_GROUPS = 6;
const GROUPS_A_FRAME = 6;

/**
 * How many of a note's groups of lines are drawn: of another note the first few at once, the others a few each frame.
 * Not React's own slices (a transition): those start over at every urgent update, and a reading brings ten a second.
 */
export function useDrawnGroups(blocks: readonly KeyedBlock[], groups: number): number {
  const [state, setState] = useState({ head: -1, tail: -1, drawn: 0 });
  const head = blocks[0]?.id ?? -1;
  const tail = blocks[blocks.length - 1]?.id ?? -1;
  // An edit leaves one end of the note or the other as it was.
  const isSameNote = head === state.head || tail === state.tail;
  const drawn = Math.min(groups, isSameNote ? state.drawn : FIRST_GROUPS);
  const isKnown = head === state.head && tail === state.tail && state.drawn === Infinity;

  useEffect(() => {
    if (drawn === groups) {
      if (!isKnown) setState({ head, tail, drawn: Infinity });
      return;
    }
    const frame = requestAnimationFrame(() => setState({ head, tail, drawn: drawn + GROUPS_A_FRAME }));
    return () => cancelAnimationFrame(frame);
  }, [head, tail, drawn, groups, isKnown]);

  return drawn;
}
