/** The filter's place in the document. */

export const FILTER_ID = "filter";

/** Opens the filter with the focus on its search. */
export function focusFilter(): void {
  const filter = document.getElementById(FILTER_ID);
  if (!filter?.matches(":popover-open")) filter?.showPopover();
  filter?.querySelector<HTMLElement>("input")?.focus();
}
