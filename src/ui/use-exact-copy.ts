import { useEffect } from "react";
import { useChartlight } from "./app-context.ts";
import { selectedRange } from "./note-dom.ts";

/** What is copied from the marked note is the note's own text, to the character. */
export function useExactCopy(): void {
  const { note } = useChartlight();
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
      const { blocks, text } = note.getState();
      const range = selectedRange(blocks);
      if (range === undefined || range.start >= range.end) return;
      event.clipboardData?.setData("text/plain", text.slice(range.start, range.end));
      event.preventDefault();
    };
    document.addEventListener("copy", copy);
    return () => document.removeEventListener("copy", copy);
  }, [note]);
}
