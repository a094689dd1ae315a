import { Suspense, useCallback, useEffect, useState } from "react";
import styles from "./App.module.css";
import { useChartlight } from "./app-context.ts";
import { ExportView } from "./export/ExportView.tsx";
import { useExportKey } from "./export/use-export-key.ts";
import { Header } from "./Header.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { DropTarget } from "./import/DropTarget.tsx";
import { ImportStatus } from "./import/ImportStatus.tsx";
import { InsightButtons } from "./InsightButtons.tsx";
import { lazyView } from "./lazy-view.tsx";
import { Legend } from "./Legend.tsx";
import { Messages } from "./Messages.tsx";
import { NOTE_FIELD_ID } from "./note-dom.ts";
import { NoteSheet } from "./NoteSheet.tsx";
import { ProofDialog } from "./ProofDialog.tsx";
import { Rail } from "./Rail.tsx";
import { RailSheet } from "./RailSheet.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { UndoToast } from "./UndoToast.tsx";
import { useReadWhatIsSeen } from "./use-read-what-is-seen.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const SummaryDialog = lazyView(() => import("./summary/SummaryDialog.tsx").then((module) => module.SummaryDialog));
const ScoreDialog = lazyView(() => import("./score/ScoreDialog.tsx").then((module) => module.ScoreDialog));

/** The one screen. */
export function App() {
  const { keepNote } = useChartlight();
  const [panel, setPanel] = useState<"proof" | "help" | "rail" | "export" | "summary" | "score">();
  const close = useCallback(() => setPanel(undefined), []);
  const help = useCallback(() => setPanel("help"), []);
  const takeAway = useCallback(() => setPanel("export"), []);
  useShortcuts(help);
  useExportKey(takeAway);
  useReadWhatIsSeen();
  useEffect(() => {
    const hide = () => document.visibilityState === "hidden" && keepNote.flush();
    document.addEventListener("visibilitychange", hide);
    return () => document.removeEventListener("visibilitychange", hide);
  }, [keepNote]);

  const insight = <InsightButtons onSummary={() => setPanel("summary")} onScore={() => setPanel("score")} />;
  return (
    <>
      <a className={styles.skip} href={`#${NOTE_FIELD_ID}`}>
        To the note
      </a>
      <Header onHelp={help} />
      <Legend />
      <div className={styles.columns}>
        <main className={styles.main}>
          <Messages />
          <NoteSheet onExport={takeAway} />
        </main>
        <aside className={styles.rail} aria-label="Mentions by type">
          {insight}
          <Rail />
        </aside>
      </div>
      <StatusBar onProof={() => setPanel("proof")} onRail={() => setPanel((open) => (open === "rail" ? undefined : "rail"))} />
      <UndoToast />
      <DropTarget />
      <ImportStatus />
      {panel === "proof" ? <ProofDialog onClose={close} /> : null}
      {panel === "export" ? <ExportView onClose={close} /> : null}
      {panel === "help" ? <HelpDialog onClose={close} /> : null}
      {panel === "rail" ? <RailSheet onClose={close} tools={insight} /> : null}
      <Suspense>
        {panel === "summary" ? <SummaryDialog onClose={close} /> : null}
        {panel === "score" ? <ScoreDialog onClose={close} /> : null}
      </Suspense>
    </>
  );
}
