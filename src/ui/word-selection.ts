/** Selecting words with the arrow keys, in text that is no field: begins at the mention one is at. */

import type { Chartlight } from "../app/chartlight.ts";
import { wordBefore, wordFrom, type WordSpan } from "../core/word-edges.ts";
import { domRangeOf, visibleRange } from "./note-dom.ts";

export interface WordSelection {
  readonly begin: () => void;
  readonly end: () => void;
  /** For keys on their way down to the page; takes those that move the selection. */
  readonly press: (event: KeyboardEvent) => void;
}

export function createWordSelection({ note, mentionActions }: Chartlight): WordSelection {
  let selected: { readonly anchor: WordSpan; readonly head: WordSpan } | undefined;

  const select = (anchor: WordSpan, head: WordSpan) => {
    const { blocks } = note.getState();
    const range = domRangeOf({ start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) }, blocks);
    if (range === undefined) return;
    selected = { anchor, head };
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 170 || bottom > innerHeight - 120) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  };
  const toLine = (head: WordSpan, by: 1 | -1): WordSpan | undefined => {
    const { text, blocks } = note.getState();
    const at = blocks.findIndex(({ end }) => head.start < end);
    for (let line = blocks[at + by], i = at + by; line !== undefined; i += by, line = blocks[i]) {
      const word = wordFrom(text, line.start);
      if (word !== undefined && word.start < line.end) return word;
    }
    return undefined;
  };
  const moved = (key: string, head: WordSpan): WordSpan | undefined => {
    const { text } = note.getState();
    switch (key) {
      case "ArrowRight":
        return wordFrom(text, head.end);
      case "ArrowLeft":
        return wordBefore(text, head.start);
      case "ArrowDown":
        return toLine(head, 1);
      case "ArrowUp":
        return toLine(head, -1);
      default:
        return undefined;
    }
  };

  return {
    begin() {
      const { text, blocks } = note.getState();
      const word = wordFrom(text, mentionActions.target()?.start ?? visibleRange(blocks).start);
      mentionActions.closeCard();
      if (word !== undefined) select(word, word);
    },
    end() {
      selected = undefined;
    },
    press(event) {
      if (selected === undefined) return;
      if (getSelection()?.isCollapsed !== false) {
        selected = undefined; // taken away, or used
        return;
      }
      if (event.key === "Escape") {
        selected = undefined;
        getSelection()?.removeAllRanges();
      } else if (event.key.startsWith("Arrow") && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const head = moved(event.key, selected.head);
        if (head !== undefined) select(event.shiftKey ? selected.anchor : head, head);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
