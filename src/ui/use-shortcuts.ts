import { useEffect } from "react";
import { ENTITY_TYPES } from "../core/types.ts";
import { useChartlight } from "./app-context.ts";
import { enterEditing } from "./editing.ts";
import { openFilePicker } from "./file-picker.ts";
import { markedNote, revealMark } from "./note-dom.ts";

/** Keys that work anywhere on the page, except while typing and while a dialog or menu is open. */
export function useShortcuts(onHelp: () => void): void {
  const chartlight = useChartlight();
  useEffect(() => {
    const { view, mentionActions, noteActions } = chartlight;
    const step = (to: "next" | "previous") => {
      const mention = mentionActions.step(to);
      if (mention) revealMark(mention.start, true);
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog:modal, :popover-open")) return;
      if (event.key === "Escape") {
        mentionActions.closeCard();
        return;
      }
      const root = markedNote();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a" && root && !root.hidden) {
        getSelection()?.selectAllChildren(root);
        event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || !view.getState().letterKeys) return;
      const actions: Readonly<Record<string, () => void>> = {
        n: () => step("next"),
        j: () => step("next"),
        p: () => step("previous"),
        k: () => step("previous"),
        e: () => enterEditing(chartlight),
        o: () => openFilePicker((file) => void noteActions.openFile(file)),
        0: mentionActions.showAll,
        "?": onHelp,
      };
      const type = ENTITY_TYPES[Number(event.key) - 1];
      const action = type === undefined ? actions[event.key.toLowerCase()] : () => mentionActions.toggleType(type);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [chartlight, onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
