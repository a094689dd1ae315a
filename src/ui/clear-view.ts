/** The bars that stay while the page scrolls: what lies under them can't be seen. */

/** Pixels from the top of the window between the bars above the note and the status bar, as they are now. */
export function clearView(): { readonly top: number; readonly bottom: number } {
  const [above, below] = [edge("top")?.bottom ?? 0, edge("bottom")?.top ?? innerHeight];
  return { top: Math.max(0, above), bottom: Math.min(innerHeight, below) };
}

const edge = (bar: "top" | "bottom"): DOMRect | undefined => document.querySelector(`[data-bar="${bar}"]`)?.getBoundingClientRect();
