import { useEffect } from "react";
import { ENTITY_TYPES, type EntityType } from "../core/types.ts";
import { useChartlight } from "./app-context.ts";
import { enterEditing } from "./editing.ts";
import { focusFilter } from "./filter-focus.ts";
import { pickFiles } from "./pick-files.ts";
import { isTyping } from "./is-typing.ts";
import { markedNote, revealMark, selectedRange } from "./note-dom.ts";
import { addMention, changeHere, enterCard, goToOpen, judge, turn } from "./review-steps.ts";
import { createWordSelection } from "./word-selection.ts";

/** Keys that work anywhere on the page, except while typing and while a dialog or menu is open. */
export function useShortcuts(onHelp: () => void): void {
  const chartlight = useChartlight();
  useEffect(() => {
    const { note, view, mentionActions, importNotes, workspace, reviewActions } = chartlight;
    const words = createWordSelection(chartlight);
    const step = (to: "next" | "previous") => {
      const mention = mentionActions.step(to);
      if (mention) revealMark(mention.start, true);
    };
    const judgeTarget = (verdict: "accept" | "reject") => {
      const mention = mentionActions.target();
      if (mention) judge(chartlight, mention, verdict);
      else step("next");
    };
    /** What is selected becomes a mention; without a selection the mention's type changes. */
    const setType = (type: EntityType) => {
      const selected = selectedPart();
      const mention = mentionActions.target();
      if (selected) addMention(chartlight, selected, type);
      else if (mention) changeHere(chartlight, mention, () => reviewActions.setType(mention, type));
    };
    const selectedPart = () => {
      const selected = selectedRange(note.getState().blocks);
      return selected && selected.start < selected.end ? selected : undefined;
    };
    const withTarget = (act: (start: number) => void) => () => {
      const mention = mentionActions.target();
      if (mention) act(mention.start);
    };
    const actions: Readonly<Record<string, () => void>> = {
      n: () => step("next"),
      j: () => step("next"),
      p: () => step("previous"),
      k: () => step("previous"),
      a: () => judgeTarget("accept"),
      x: () => judgeTarget("reject"),
      r: () => {
        const mention = mentionActions.target();
        if (mention) changeHere(chartlight, mention, () => reviewActions.withdraw(mention));
      },
      u: () => goToOpen(chartlight),
      m: () => setType("medication"),
      d: () => setType("disease"),
      s: () => setType("symptom"),
      t: withTarget((start) => enterCard(chartlight, start, "assertion")),
      w: words.begin,
      e: () => enterEditing(chartlight),
      o: () => pickFiles("files", (files) => void importNotes.takeFiles(files)),
      "]": () => workspace.step(1),
      "[": () => workspace.step(-1),
      0: mentionActions.showAll,
      "/": focusFilter,
      "?": onHelp,
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog:modal, :popover-open")) return;
      if (event.key === "Escape") {
        mentionActions.closeCard();
        return;
      }
      const root = markedNote();
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        const { done, undone } = chartlight.reviewHistory.getState();
        const to = key === "z" && !event.shiftKey ? "undo" : key === "y" || key === "z" ? "redo" : undefined;
        if (to !== undefined && (to === "undo" ? done : undone).length > 0) turn(chartlight, to);
        else if (key === "a" && root && !root.hidden) getSelection()?.selectAllChildren(root);
        else return;
        event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || !view.getState().letterKeys) return;
      const type = ENTITY_TYPES[Number(event.key) - 1];
      const action = type === undefined ? actions[key] : () => (selectedPart() ? setType(type) : mentionActions.toggleType(type));
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", words.press, true);
    addEventListener("pointerdown", words.end);
    addEventListener("keydown", press);
    return () => {
      removeEventListener("keydown", words.press, true);
      removeEventListener("pointerdown", words.end);
      removeEventListener("keydown", press);
    };
  }, [chartlight, onHelp]);
}
