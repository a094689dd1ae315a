/** The one way the note's text changes: mentions are carried along, so that no mark ever sits on the wrong text. */

import { findEdit, mapMentions } from "../core/edit.ts";
import { mentionsByBlock } from "../core/segments.ts";
import type { Mention } from "../core/types.ts";
import { keyBlocks } from "./note-blocks.ts";
import type { NoteState, NoteStore } from "./note-store.ts";

/** What a text box would hold: its line ends are single line feeds. */
export const asFieldText = (text: string): string => text.replace(/\r\n?/g, "\n");

export const isBlank = (text: string): boolean => !/\S/.test(text);

export interface NoteText {
  /** Sets the text and answers whether it changed; `text` has single line feeds only. */
  set(text: string): boolean;
  /** Takes over mentions of the present text. */
  setMentions(mentions: readonly Mention[], rest: Partial<Pick<NoteState, "covered" | "reading">>): void;
}

export function createNoteText(note: NoteStore): NoteText {
  let lastId = 0;
  return {
    set(text) {
      const before = note.getState();
      const edit = findEdit(before.text, text);
      if (edit === undefined) return false;
      const blocks = keyBlocks(before.blocks, text, () => ++lastId);
      const mentions = mapMentions(before.mentions, edit);
      note.setState({
        text,
        revision: before.revision + 1,
        blocks,
        mentions,
        mentionsOfBlock: mentionsByBlock(blocks, mentions, before.mentionsOfBlock),
        covered: [],
        reading: isBlank(text) ? { phase: "idle" } : { phase: "reading", doneChunks: 0, totalChunks: 0 },
      });
      return true;
    },
    setMentions(mentions, rest) {
      const { blocks, mentionsOfBlock } = note.getState();
      note.setState({ mentions, mentionsOfBlock: mentionsByBlock(blocks, mentions, mentionsOfBlock), ...rest });
    },
  };
}
