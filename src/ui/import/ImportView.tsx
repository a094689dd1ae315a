import { useEffect, useRef } from "react";
import { useStore } from "zustand/react";
import { useChartlight } from "../app-context.ts";
import { clearView } from "../clear-view.ts";
import { ColumnDialog } from "./ColumnDialog.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { ImportSummary } from "./ImportSummary.tsx";

/** What an import shows of itself: how far it is, what it asks, and what came of it. */
export function ImportView() {
  const { importNotes } = useChartlight();
  const state = useStore(importNotes.store);
  const { phase } = state;
  const ref = useRef<HTMLDivElement>(null);
  const shown = useRef(false);
  // Whoever opens files looks for what comes of it; whoever has scrolled on since is left in peace.
  useEffect(() => {
    if (phase === "running" || !shown.current) bringIntoView(ref.current);
    shown.current = phase === "running";
  }, [phase]);
  if (phase === "idle") return null;
  return (
    <div ref={ref}>
      {phase === "done" ? <ImportSummary outcome={state} onDismiss={importNotes.dismiss} /> : <ImportProgress state={state} onCancel={importNotes.cancel} />}
      {phase === "done" || state.question === undefined ? null : (
        <ColumnDialog key={state.question.path} question={state.question} onAnswer={importNotes.answer} />
      )}
    </div>
  );
}

/** It stands above the note. */
function bringIntoView(element: HTMLElement | null): void {
  if (element && element.getBoundingClientRect().top < clearView().top) element.scrollIntoView({ block: "start", behavior: "instant" });
}
