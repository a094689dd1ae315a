import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type PointerEvent } from "react";
import type { Step } from "../app/walk.ts";
import { useChartlight } from "./app-context.ts";
import { markAt, revealMark } from "./note-dom.ts";

const OPEN_AFTER_MS = 90;
const CLOSE_AFTER_MS = 160;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: "next",
  j: "next",
  n: "next",
  ArrowLeft: "previous",
  k: "previous",
  p: "previous",
  Home: "first",
  End: "last",
};

/** Events of all marks, caught at the note: hover and focus open the card, keys walk. */
export function useMentionEvents() {
  const { note, clock, mentionActions } = useChartlight();
  const takeBack = useRef<() => void>(undefined);
  const hovered = useRef<number>(undefined);
  useEffect(() => () => takeBack.current?.(), []);

  const later = (ms: number, task: () => void) => {
    takeBack.current?.();
    takeBack.current = clock.after(ms, task);
  };
  return {
    // Not over: then text that comes under a resting pointer would open cards too.
    onPointerMove(event: PointerEvent) {
      const start = Number(markAt(event.target)?.dataset["start"] ?? NaN);
      if (Number.isNaN(start) || start === hovered.current) return;
      hovered.current = start;
      later(OPEN_AFTER_MS, () => mentionActions.openCard(start));
    },
    onPointerOut(event: PointerEvent) {
      const mark = markAt(event.target);
      hovered.current = undefined;
      if (mark === undefined || mark === document.activeElement) return;
      later(CLOSE_AFTER_MS, () => {
        // The card may be walked onto with the pointer without closing (WCAG 1.4.13).
        if (document.querySelector("[role='tooltip']:hover") === null) mentionActions.closeCard();
      });
    },
    onFocus(event: FocusEvent) {
      const start = Number(markAt(event.target)?.dataset["start"] ?? NaN);
      const mention = note.getState().mentions.find((each) => each.start === start);
      if (mention) mentionActions.visit(mention);
    },
    onBlur(event: FocusEvent) {
      if (markAt(event.target) !== undefined && markAt(event.relatedTarget) === undefined) mentionActions.closeCard();
    },
    onKeyDown(event: KeyboardEvent) {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || markAt(event.target) === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const mention = mentionActions.step(step);
      if (mention) revealMark(mention.start, true);
    },
  };
}
