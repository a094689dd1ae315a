import { useEffect, useRef, useState } from "react";
import type { NoteRange } from "../app/fresh-mentions.ts";
import { ENTITY_TYPES } from "../core/types.ts";
import { snapToWords } from "../core/word-edges.ts";
import { useChartlight, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import { domRangeOf, selectedRange } from "./note-dom.ts";
import { addMention } from "./review-steps.ts";
import styles from "./SelectionTools.module.css";

/** Far more than any mention: whoever selects that much wants to copy. */
const LONGEST_SELECTION = 300;
const GAP_PX = 8;
interface Tools {
  /** Snapped to words. */
  readonly range: NoteRange;
  readonly words: string;
  /** Pixels within the note's paper. */
  readonly left: number;
  readonly top: number;
}

/** Beside selected text: what to mark it as. The selection stays what it is; what is marked is whole words of it. */
export function SelectionTools() {
  const chartlight = useChartlight();
  const { note } = chartlight;
  const reading = useView((state) => state.mode === "reading");
  const anchor = useRef<HTMLDivElement>(null);
  const [tools, setTools] = useState<Tools>();

  useEffect(() => {
    let isDrawing = false;
    const look = () => {
      if (isDrawing) return;
      setTools(anchor.current ? toolsFor(anchor.current) : undefined);
    };
    const toolsFor = (element: HTMLElement): Tools | undefined => {
      const { blocks, text } = note.getState();
      const selected = selectedRange(blocks);
      if (selected === undefined || selected.end <= selected.start || selected.end - selected.start > LONGEST_SELECTION) return undefined;
      const range = snapToWords(text, selected);
      const rects = range && domRangeOf(range, blocks)?.getClientRects();
      const last = rects?.[rects.length - 1];
      if (range === undefined || last === undefined) return undefined;
      const parent = element.getBoundingClientRect();
      return { range, words: text.slice(range.start, range.end).replace(/\s+/g, " "), left: last.left - parent.left, top: last.bottom + GAP_PX - parent.top };
    };
    const down = () => (isDrawing = true);
    const up = () => {
      isDrawing = false;
      look();
    };
    document.addEventListener("selectionchange", look);
    document.addEventListener("pointerdown", down);
    document.addEventListener("pointerup", up);
    document.addEventListener("pointercancel", up);
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("pointercancel", up);
    };
  }, [note]);

  return (
    <div ref={anchor} className={styles.anchor}>
      <p role="status" aria-label="Selection" className={styles.spoken}>
        {reading && tools ? `Selected: ${tools.words}` : ""}
      </p>
      {reading && tools ? (
        <div className={styles.row} style={{ top: tools.top }}>
          <span style={{ flex: `0 1 ${tools.left}px` }} />
          <div
            role="toolbar"
            aria-label={`Mark “${tools.words}” as`}
            className={styles.tools}
            onPointerDown={(event) => event.preventDefault()} // the selection stays
          >
            {ENTITY_TYPES.map((type, i) => (
              <button
                key={type}
                type="button"
                className={controls.quiet}
                data-type={type}
                aria-keyshortcuts={`${type.charAt(0)} ${i + 1}`}
                onClick={() => addMention(chartlight, tools.range, type)}
              >
                <span className={styles.swatch} aria-hidden="true" /> {type} <kbd>{type.charAt(0).toUpperCase()}</kbd>
              </button>
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}
