import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent } from "react";
import type { Step } from "../app/walk.ts";
import type { EdgeMove } from "../core/word-edges.ts";
import { useChartlight } from "./app-context.ts";
import { markAt, revealMark } from "./note-dom.ts";
import { changeHere, enterCard, judge } from "./review-steps.ts";

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

/** With Shift. */
const EDGES: Readonly<Record<string, EdgeMove>> = {
  ArrowRight: "end-later",
  ArrowLeft: "end-earlier",
  ArrowUp: "start-earlier",
  ArrowDown: "start-later",
};

const isInCard = (target: EventTarget | null): boolean => target instanceof Element && target.closest("[data-card]") !== null;
const startOf = (target: EventTarget | null): number => Number(markAt(target)?.dataset["start"] ?? NaN);

/** Events of all marks, caught at the note: hover and focus open the card, a click and Enter open it for work, keys walk. */
export function useMentionEvents() {
  const chartlight = useChartlight();
  const { clock, view, mentionActions, reviewActions } = chartlight;
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
      const start = startOf(event.target);
      if (Number.isNaN(start) || start === hovered.current || event.buttons !== 0) return;
      hovered.current = start;
      later(OPEN_AFTER_MS, () => mentionActions.openCard(start));
    },
    onPointerOut(event: PointerEvent) {
      const mark = markAt(event.target);
      hovered.current = undefined;
      if (mark === undefined || mark === document.activeElement) return;
      later(CLOSE_AFTER_MS, () => {
        const { card, cardPinned } = view.getState();
        if (cardPinned || card !== startOf(mark)) return; // another card has opened meanwhile
        // The card may be walked onto with the pointer without closing (WCAG 1.4.13).
        if (document.querySelector("[data-card]:hover") === null) mentionActions.closeCard();
      });
    },
    onClick(event: MouseEvent) {
      const start = startOf(event.target);
      if (Number.isNaN(start) || getSelection()?.isCollapsed === false) return;
      takeBack.current?.();
      mentionActions.pinCard(start);
    },
    onFocus(event: FocusEvent) {
      const start = startOf(event.target);
      if (!Number.isNaN(start)) mentionActions.visitAt(start);
    },
    onBlur(event: FocusEvent) {
      if (markAt(event.target) !== undefined && markAt(event.relatedTarget) === undefined && !isInCard(event.relatedTarget)) mentionActions.closeCard();
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || markAt(event.target) === undefined) return;
      const step = STEPS[event.key];
      const edge = event.shiftKey ? EDGES[event.key] : undefined;
      const target = mentionActions.target();
      if (edge !== undefined && target !== undefined) {
        changeHere(chartlight, target, () => reviewActions.moveEdge(target, edge));
      } else if (event.key === "Enter" || event.key === " ") {
        enterCard(chartlight, startOf(event.target));
      } else if (event.key === "Delete" && target !== undefined) {
        judge(chartlight, target, "reject");
      } else if (step !== undefined) {
        const mention = mentionActions.step(step);
        if (mention) revealMark(mention.start, true);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
