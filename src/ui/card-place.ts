/** Where the card goes: below the mention, above where there is no room, never beyond the page's sides. */
export interface CardPlace {
  readonly left: number;
  readonly top: number;
}

const GAP_PX = 8;
const EDGE_PX = 8;
/** The status bar at the bottom of the window. */
const BAR_PX = 48;

/** Pixels within the card's offset parent, so that the card scrolls with the text. */
export function placeCard(mark: Element, card: HTMLElement): CardPlace | undefined {
  const rects = mark.getClientRects();
  const first = rects[0];
  const last = rects[rects.length - 1];
  const parent = card.offsetParent?.getBoundingClientRect();
  if (!first || !last || !parent) return undefined;
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = last.bottom + GAP_PX;
  const top = below + height > innerHeight - BAR_PX && first.top - height > 0 ? first.top - GAP_PX - height : below;
  const rightmost = document.documentElement.clientWidth - width - EDGE_PX;
  const left = Math.max(EDGE_PX, Math.min(last.left, rightmost));
  return { left: left - parent.left, top: top - parent.top };
}
