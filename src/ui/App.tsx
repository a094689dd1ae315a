import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useStore } from "zustand/react";
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
import { useReadWhatIsSeen } from "./use-read-what-is-seen.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const SummaryDialog = lazyView(() => import("./summary/SummaryDialog.tsx").then((module) => module.SummaryDialog));
const ScoreDialog = lazyView(() => import("./score/ScoreDialog.tsx").then((module) => module.ScoreDialog));

const loadNoteRail = () => import("./NoteRail.tsx").then((module) => module.NoteRail);
const loadNotesSheet = () => import("./NotesSheet.tsx").then((module) => module.NotesSheet);
const NoteRail = lazy(() => loadNoteRail().then((rail) => ({ default: rail }), () => ({ default: NoRail })));
const NotesSheet = lazyView(loadNotesSheet);

const NoRail = () => <p>The list of notes could not be loaded. Connect to the network and load the page again.</p>;

/** The one screen. */
export function App() {
  const { keepNotes, workspace } = useChartlight();
  const many = useStore(workspace.store, (state) => state.entries.length > 1);
  const [panel, setPanel] = useState<"proof" | "help" | "rail" | "notes" | "export" | "summary" | "score">();
  const close = useCallback(() => setPanel(undefined), []);
  const help = useCallback(() => setPanel("help"), []);
  const takeAway = useCallback(() => setPanel("export"), []);
  const toggle = (wanted: "rail" | "notes") => setPanel((open) => (open === wanted ? undefined : wanted));
  useShortcuts(help);
  useExportKey(takeAway);
  useReadWhatIsSeen();
  useEffect(() => {
    // While the model loads, so that nothing is left to fetch when notes come.
    void Promise.allSettled([loadNoteRail(), loadNotesSheet()]);
  }, []);
  useEffect(() => {
    const hide = () => document.visibilityState === "hidden" && keepNotes.flush();
    document.addEventListener("visibilitychange", hide);
    return () => document.removeEventListener("visibilitychange", hide);
  }, [keepNotes]);

  const insight = <InsightButtons onSummary={() => setPanel("summary")} onScore={() => setPanel("score")} />;
  return (
    <>
      <a className={styles.skip} href={`#${NOTE_FIELD_ID}`}>
        To the note
      </a>
      <Header onHelp={help} />
      <Legend />
      <div className={styles.columns} data-many={many ? "" : undefined}>
        {many ? (
          <nav className={styles.notes} aria-label="Notes">
            <Suspense fallback={null}>
              <NoteRail />
            </Suspense>
          </nav>
        ) : null}
        <main className={styles.main}>
          <Messages />
          <ImportStatus />
          <NoteSheet onExport={takeAway} />
        </main>
        <aside className={styles.rail} aria-label="Mentions by type">
          {insight}
          <Rail />
        </aside>
      </div>
      <StatusBar
        onProof={() => setPanel("proof")}
        onRail={() => toggle("rail")}
        onNotes={() => toggle("notes")}
        covered={panel === "notes" && many}
      />
      <DropTarget />
      {panel === "proof" ? <ProofDialog onClose={close} /> : null}
      {panel === "export" ? <ExportView onClose={close} /> : null}
      {panel === "help" ? <HelpDialog onClose={close} /> : null}
      {panel === "rail" ? <RailSheet onClose={close} tools={insight} /> : null}
      <Suspense>
        {panel === "summary" ? <SummaryDialog onClose={close} /> : null}
        {panel === "notes" && many ? <NotesSheet onClose={close} /> : null}
        {panel === "score" ? <ScoreDialog onClose={close} /> : null}
      </Suspense>
    </>
  );
}
