/** Going into the field and out of it again, with the text staying where it is on the screen. */

import { flushSync } from "react-dom";
import type { Chartlight } from "../app/chartlight.ts";
import { markAt, markedNote, noteField, selectedRange } from "./note-dom.ts";

/** From here on the marked copy is not drawn behind the field: laying out both at each key would be felt. */
export const LONGEST_BACKDROP = 60_000;

/** The caret goes to what is selected, else to the mention that has the focus, else to the top of what is on the screen. */
export function enterEditing({ note, view }: Chartlight): void {
  const field = noteField();
  if (!field) return;
  const { blocks, text } = note.getState();
  const focused = Number(markAt(document.activeElement)?.dataset["start"] ?? NaN);
  const anchor = topLine();
  const anchorBlock = blocks.find((block) => String(block.id) === anchor?.dataset["block"]);
  const selected = selectedRange(blocks);
  const start = selected?.start ?? (Number.isNaN(focused) ? (anchorBlock?.start ?? 0) : focused);
  const topBefore = anchor?.getBoundingClientRect().top ?? 0;

  flushSync(() => view.setState({ mode: "editing", card: undefined }));
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, selected?.end ?? start);
  if (anchor && text.length <= LONGEST_BACKDROP) {
    scrollBy({ top: anchor.getBoundingClientRect().top - topBefore, behavior: "instant" });
  } else if (text.length > LONGEST_BACKDROP) {
    const { top, height } = field.getBoundingClientRect();
    scrollBy({ top: top + height * (start / text.length) - innerHeight / 2, behavior: "instant" });
  }
}

/** Back to reading; the keyboard stays at the note. */
export function leaveEditing(): void {
  noteField()?.blur();
  markedNote()?.focus({ preventScroll: true });
}

/** The first line that is wholly below the header and the legend. */
function topLine(): HTMLElement | undefined {
  const root = markedNote();
  if (!root) return undefined;
  const { left, width } = root.getBoundingClientRect();
  for (let y = 150; y < innerHeight; y += 24) {
    const element = document.elementFromPoint(left + width / 3, y);
    const line = element?.closest<HTMLElement>("[data-block]");
    if (line) return line;
  }
  return undefined;
}
