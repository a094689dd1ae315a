/** Where things of the note are in the document, and back. */

import type { KeyedBlock } from "../app/note-blocks.ts";
import type { NoteRange } from "../app/fresh-mentions.ts";
import { clearView } from "./clear-view.ts";

export const MARKED_NOTE_ID = "marked-note";
export const NOTE_FIELD_ID = "note-field";

export const markedNote = (): HTMLElement | null => document.getElementById(MARKED_NOTE_ID);

export function noteField(): HTMLTextAreaElement | undefined {
  const element = document.getElementById(NOTE_FIELD_ID);
  return element instanceof HTMLTextAreaElement ? element : undefined;
}

/** The piece of the mention that takes the focus; undefined while it is not drawn. */
export function findMark(start: number): HTMLElement | undefined {
  return markedNote()?.querySelector<HTMLElement>(`mark[role="button"][data-start="${start}"]`) ?? undefined;
}

/** The mark that an event's target lies in. */
export function markAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>("mark[data-start]") ?? undefined) : undefined;
}

/** What is nearer to a bar is hard to read on from. */
const SIGHT_PX = 24;

/** Brings a mention into view; the page moves only if it is out of view. */
export function revealMark(start: number, focus: boolean): void {
  const mark = findMark(start);
  if (mark === undefined) return;
  if (focus) mark.focus({ preventScroll: true });
  const { top, bottom } = mark.getBoundingClientRect();
  const view = clearView();
  const isInView = top > view.top + SIGHT_PX && bottom < view.bottom - SIGHT_PX;
  if (!isInView) mark.scrollIntoView({ block: "center" });
}

/**
 * The note offset of a place in the marked note (a node and an offset in it, as in a DOM Range);
 * undefined when the place is in no line.
 */
export function offsetOf(node: Node, nodeOffset: number, blocks: readonly KeyedBlock[]): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>("[data-block]");
  if (!line) {
    // Between lines: the place is the start of the line that follows.
    const following = element?.childNodes[nodeOffset];
    const next = following instanceof Element ? (following.matches("[data-block]") ? following : following.querySelector("[data-block]")) : null;
    return blocks.find((block) => String(block.id) === next?.getAttribute("data-block"))?.start;
  }
  const block = blocks.find((each) => String(each.id) === line.dataset["block"]);
  if (block === undefined) return undefined;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, nodeOffset);
  return Math.min(block.end, block.start + before.toString().length);
}

/** The place of a part of the note in the document; undefined where it is not drawn. Offsets in UTF-16 units. */
export function domRangeOf({ start, end }: NoteRange, blocks: readonly KeyedBlock[]): Range | undefined {
  const [from, to] = [placeOf(start, blocks), placeOf(end, blocks, "end")];
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** As an end, an offset between two lines belongs to the one before. */
function placeOf(offset: number, blocks: readonly KeyedBlock[], as: "start" | "end" = "start"): { node: Node; offset: number } | undefined {
  const block = blocks.find(({ end }) => (as === "start" ? offset < end : offset <= end));
  const line = block && markedNote()?.querySelector(`[data-block="${block.id}"]`);
  if (!block || !line) return undefined;
  let left = offset - block.start;
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node.textContent ?? "";
    if (left < length || (left === length && as === "end")) return { node, offset: left };
    left -= length;
  }
  return undefined;
}

/** The selected part of the note; undefined when nothing of it is selected. A selection that reaches beyond the note is cut to it. */
export function selectedRange(blocks: readonly KeyedBlock[]): NoteRange | undefined {
  const root = markedNote();
  const selection = getSelection();
  if (!root || !selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return undefined;
  const length = blocks[blocks.length - 1]?.end ?? 0;
  const start = root.contains(range.startContainer) ? offsetOf(range.startContainer, range.startOffset, blocks) : 0;
  const end = root.contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset, blocks) : length;
  return { start: start ?? 0, end: end ?? length };
}

/** The part of the note that is on the screen, in whole groups of lines. */
export function visibleRange(blocks: readonly KeyedBlock[]): NoteRange {
  const length = blocks[blocks.length - 1]?.end ?? 0;
  let start: number | undefined;
  let end = 0;
  for (const group of markedNote()?.querySelectorAll<HTMLElement>("[data-first]") ?? []) {
    const { top, bottom } = group.getBoundingClientRect();
    if (bottom < 0 || bottom === top) continue;
    if (top > innerHeight) break;
    start ??= blocks[Number(group.dataset["first"])]?.start;
    end = blocks[Number(group.dataset["end"]) - 1]?.end ?? length;
  }
  return start === undefined ? { start: 0, end: Math.min(length, 4000) } : { start, end };
}
