import { useEffect } from "react";
import { useChartlight } from "./app-context.ts";
import { LONG_NOTE } from "./MarkedNote.tsx";
import { visibleRange } from "./note-dom.ts";

const STILL_MS = 300;

/** Scrolled in a long note that is still being read: what is on the screen now is read next. */
export function useReadWhatIsSeen(): void {
  const { note, reader, clock } = useChartlight();
  useEffect(() => {
    let takeBack = (): void => undefined;
    const check = () => {
      const { blocks, covered, reading, text } = note.getState();
      if (reading.phase !== "reading" || text.length < LONG_NOTE || covered.length === 0) return;
      const seen = visibleRange(blocks);
      const isRead = covered.some(({ start, end }) => start <= seen.start && end >= seen.end);
      if (!isRead) reader.again();
    };
    const scrolled = () => {
      takeBack();
      takeBack = clock.after(STILL_MS, check);
    };
    addEventListener("scroll", scrolled, { passive: true });
    return () => {
      takeBack();
      removeEventListener("scroll", scrolled);
    };
  }, [note, reader, clock]);
}
