import { useStore } from "zustand/react";
import { useChartlight } from "../app-context.ts";
import { ColumnDialog } from "./ColumnDialog.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { ImportSummary } from "./ImportSummary.tsx";

/** What an import shows of itself: how far it is, what it asks, and what came of it. */
export function ImportView() {
  const { importNotes } = useChartlight();
  const state = useStore(importNotes.store);
  if (state.phase === "idle") return null;
  if (state.phase === "done") return <ImportSummary outcome={state} onDismiss={importNotes.dismiss} />;
  return (
    <>
      <ImportProgress state={state} onCancel={importNotes.cancel} />
      {state.question === undefined ? null : <ColumnDialog key={state.question.path} question={state.question} onAnswer={importNotes.answer} />}
    </>
  );
}
