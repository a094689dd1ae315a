/** The one way the note's text changes: mentions are carried along, so that no mark ever sits on the wrong text. */

import { findEdit, mapMentions } from "../core/edit.ts";
import { applyCorrections, mapCorrections, type Correction } from "../core/review.ts";
import { mentionsByBlock } from "../core/segments.ts";
import type { Mention } from "../core/types.ts";
import { keyBlocks } from "./note-blocks.ts";
import type { NoteState, NoteStore } from "./note-store.ts";

/** What a text box would hold: its line ends are single line feeds. */
export const asFieldText = (text: string): string => text.replace(/\r\n?/g, "\n");

export const isBlank = (text: string): boolean => !/\S/.test(text);

export type ShownNote = Pick<NoteState, "id" | "text" | "found" | "corrections" | "reading">;

export interface NoteText {
  /** Sets the text and answers whether it changed; `text` has single line feeds only. What stands untouched keeps its mentions and corrections. */
  set(text: string): boolean;
  /** Another note takes the place of the open one, with all that is known about it, in one step. */
  open(shown: ShownNote): void;
  /** Takes over what was found in the present text. */
  setFound(found: readonly Mention[], rest: Partial<Pick<NoteState, "covered" | "reading">>): void;
  /** Takes over the corrections of the present text. */
  setCorrections(corrections: readonly Correction[]): void;
}

export function createNoteText(note: NoteStore): NoteText {
  let lastId = 0;
  /** What follows from the text's findings and corrections. */
  const derived = (found: readonly Mention[], corrections: readonly Correction[], blocks = note.getState().blocks) => {
    const mentions = applyCorrections(found, corrections);
    return { found, corrections, mentions, mentionsOfBlock: mentionsByBlock(blocks, mentions, note.getState().mentionsOfBlock) };
  };
  return {
    set(text) {
      const before = note.getState();
      const edit = findEdit(before.text, text);
      if (edit === undefined) return false;
      const blocks = keyBlocks(before.blocks, text, () => ++lastId);
      note.setState({
        text,
        revision: before.revision + 1,
        blocks,
        ...derived(mapMentions(before.found, edit), mapCorrections(before.corrections, edit), blocks),
        covered: [],
        reading: isBlank(text) ? { phase: "idle" } : { phase: "reading", doneChunks: 0, totalChunks: 0 },
      });
      return true;
    },
    open({ id, text, found, corrections, reading }) {
      const blocks = keyBlocks([], text, () => ++lastId);
      const mentions = applyCorrections(found, corrections);
      note.setState({
        id,
        text,
        revision: note.getState().revision + 1,
        blocks,
        found,
        corrections,
        mentions,
        mentionsOfBlock: mentionsByBlock(blocks, mentions),
        covered: [],
        reading,
      });
    },
    setFound(found, rest) {
      note.setState({ ...derived(found, note.getState().corrections), ...rest });
    },
    setCorrections(corrections) {
      note.setState(derived(note.getState().found, corrections));
    },
  };
}
