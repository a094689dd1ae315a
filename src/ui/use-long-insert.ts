import { useEffect, type RefObject } from "react";
import { isArrival } from "../app/arrival.ts";
import { asFieldText } from "../app/note-text.ts";
import { useChartlight } from "./app-context.ts";

/**
 * Chromium inserts text into a field line by line, in a time that grows with the square of the lines: a paste of a few
 * thousand lines stops the page for a minute. From here on (UTF-16 units) the text is set instead; the page's own undo
 * takes the place of the browser's.
 */
const LONG_INSERT = 4_000;

export function useLongInsert(ref: RefObject<HTMLTextAreaElement | null>): void {
  const { note, noteActions } = useChartlight();
  useEffect(() => {
    const field = ref.current;
    if (!field) return;
    const insert = (event: InputEvent) => {
      const given = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
      if (!event.cancelable || given.length < LONG_INSERT) return;
      event.preventDefault();
      const before = note.getState().text;
      const inserted = asFieldText(given);
      const after = before.slice(0, field.selectionStart) + inserted + before.slice(field.selectionEnd);
      if (isArrival(event.inputType, before, after)) {
        noteActions.replace(after);
        return;
      }
      const caret = field.selectionStart + inserted.length;
      field.value = after;
      field.setSelectionRange(caret, caret);
      noteActions.insert(after);
    };
    field.addEventListener("beforeinput", insert);
    return () => field.removeEventListener("beforeinput", insert);
  }, [ref, note, noteActions]);
}
