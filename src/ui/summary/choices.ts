/** Keys for the parts of a chart that can be chosen: one tab stop, arrows between them, Enter or Space chooses. */

import type { KeyboardEvent } from "react";

/** For the onKeyDown of the svg. */
export function moveChoice(event: KeyboardEvent<SVGSVGElement>): void {
  const choices = [...event.currentTarget.querySelectorAll<SVGGElement>("g[role=button]")];
  const at = choices.findIndex((choice) => choice === document.activeElement);
  if (at < 0) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    choices[at]?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    return;
  }
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: choices.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  choices[Math.max(0, Math.min(to, choices.length - 1))]?.focus();
}
