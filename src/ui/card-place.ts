import { clearView } from "./clear-view.ts";

/**
 * Where the card goes: below the mention, above where there is no room; where neither has enough, on the roomier side and
 * scrolling in itself. Never beyond the page's sides, never under the bars.
 */
export interface CardPlace {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

const GAP_PX = 8;
const EDGE_PX = 8;
/** A window lower than this has the card reach over its edge. */
const LEAST_PX = 160;

/** Pixels within the card's offset parent, so that the card scrolls with the text. */
export function placeCard(mark: Element, card: HTMLElement): CardPlace | undefined {
  const rects = mark.getClientRects();
  const first = rects[0];
  const last = rects[rects.length - 1];
  const parent = card.offsetParent?.getBoundingClientRect();
  if (!first || !last || !parent) return undefined;
  const width = card.offsetWidth;
  const wanted = card.scrollHeight + (card.offsetHeight - card.clientHeight); // whatever it is cut to now
  const view = clearView();
  const roomBelow = view.bottom - EDGE_PX - (last.bottom + GAP_PX);
  const roomAbove = first.top - GAP_PX - (view.top + EDGE_PX);
  const above = wanted > roomBelow && roomAbove > Math.min(wanted, roomBelow);
  const maxHeight = Math.max(LEAST_PX, above ? roomAbove : roomBelow);
  const top = above ? first.top - GAP_PX - Math.min(wanted, maxHeight) : last.bottom + GAP_PX;
  const rightmost = document.documentElement.clientWidth - width - EDGE_PX;
  const left = Math.max(EDGE_PX, Math.min(last.left, rightmost));
  return { left: left - parent.left, top: top - parent.top, maxHeight };
}
