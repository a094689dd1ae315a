/** From a list to the place in the note. */

import type { Chartlight } from "../app/chartlight.ts";
import type { KeyedBlock } from "../app/note-blocks.ts";
import { findMark, markedNote, revealMark } from "./note-dom.ts";

const LONGEST_WAIT_MS = 2000;

type Parts = Pick<Chartlight, "workspace" | "note" | "mentionActions" | "clock">;

/** Opens the note and goes to the mention that starts there (UTF-16), once it is drawn; what the filter hid is shown. */
export function goToMention(parts: Parts, noteId: string, start: number): void {
  goToPlace(parts, noteId, { start, end: start });
}

/** The same for a place (UTF-16) that may have no mention: then its words are selected. */
export function goToPlace({ workspace, note, mentionActions, clock }: Parts, noteId: string, place: { readonly start: number; readonly end: number }): void {
  workspace.open(noteId);
  const mention = note.getState().mentions.find(({ start }) => start === place.start);
  if (mention) {
    mentionActions.showAll();
    mentionActions.visit(mention);
  }
  const until = clock.now() + LONGEST_WAIT_MS;
  const reveal = () => {
    const isThere = mention ? findMark(mention.start) !== undefined : select(place, note.getState().blocks);
    if (!isThere && clock.now() < until) requestAnimationFrame(reveal);
    else if (mention) revealMark(mention.start, true);
  };
  requestAnimationFrame(reveal);
}

/** Answers whether the place is drawn. */
function select(place: { readonly start: number; readonly end: number }, blocks: readonly KeyedBlock[]): boolean {
  const [from, to] = [nodeAt(place.start, blocks), nodeAt(place.end, blocks)];
  if (!from || !to) return false;
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  from.node.parentElement?.scrollIntoView({ block: "center" });
  return true;
}

function nodeAt(offset: number, blocks: readonly KeyedBlock[]): { node: Node; offset: number } | undefined {
  const block = blocks.find(({ start, end }) => start <= offset && offset <= end);
  const line = block && markedNote()?.querySelector(`[data-block="${block.id}"]`);
  if (!block || !line) return undefined;
  let left = offset - block.start;
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node.textContent ?? "";
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return undefined;
}
