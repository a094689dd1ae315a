import { useEffect } from "react";
import { isTyping } from "../is-typing.ts";
import { useCompare } from "./compare-context.ts";

/** Single keys and undo; never while something is typed, chosen or open. */
export function useCompareKeys(): void {
  const { curation, letterKeys } = useCompare();
  useEffect(() => {
    const letters: Readonly<Record<string, () => void>> = {
      n: () => curation.walk("next"),
      p: () => curation.walk("previous"),
      l: () => curation.decide({ kind: "left" }),
      r: () => curation.decide({ kind: "right" }),
      x: () => curation.decide({ kind: "neither" }),
      u: curation.undo,
      U: curation.redo,
    };
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector("dialog:modal") !== null || event.altKey || event.defaultPrevented) return;
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key.toLowerCase() !== "z") return;
      const act = command ? (event.shiftKey ? curation.redo : curation.undo) : letterKeys ? letters[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [curation, letterKeys]);
}
