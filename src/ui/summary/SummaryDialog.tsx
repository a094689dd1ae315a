import { useState } from "react";
import { useStore } from "zustand/react";
import { formatNumber } from "../../app/words.ts";
import { useChartlight } from "../app-context.ts";
import { Dialog } from "../Dialog.tsx";
import { goToMention } from "../go-to-mention.ts";
import { AllNotes } from "./AllNotes.tsx";
import { OneNote } from "./OneNote.tsx";
import styles from "./Summary.module.css";
import { useSummaryNotes } from "./use-summary-notes.ts";

/** What the notes say, at a glance: one note as a clinician lists it, all notes in charts. */
export function SummaryDialog({ onClose }: { readonly onClose: () => void }) {
  const chartlight = useChartlight();
  const notes = useSummaryNotes();
  const { openId, queue, entries } = useStore(chartlight.workspace.store);
  const [chosen, setScope] = useState<"all" | "one">();
  const waiting = entries.filter(({ reading }) => reading === "waiting" || reading === "reading").length;
  const open = notes?.find(({ id }) => id === openId);
  const scope = chosen ?? ((notes?.length ?? 0) > 1 ? "all" : "one");
  const go = (noteId: string, start: number) => {
    onClose();
    goToMention(chartlight, noteId, start);
  };
  return (
    <Dialog title="Summary" onClose={onClose} wide>
      <div className={styles.controls}>
        <fieldset className={styles.choiceSet}>
          <legend>Of</legend>
          <label>
            <input type="radio" name="scope" checked={scope === "one"} onChange={() => setScope("one")} />
            the open note
          </label>
          <label>
            <input type="radio" name="scope" checked={scope === "all"} onChange={() => setScope("all")} />
            all notes {notes === undefined ? "" : `(${notes.length})`}
          </label>
        </fieldset>
        {queue.phase !== "idle" && waiting > 0 ? <span className={styles.soft}>{formatNumber(waiting, "note")} not read yet</span> : null}
      </div>
      {notes === undefined ? (
        <p role="status">Summing up.</p>
      ) : scope === "all" && notes.length > 0 ? (
        <AllNotes notes={notes} onOpen={go} />
      ) : scope === "one" && open !== undefined ? (
        <OneNote key={open.id} note={open} onOpen={go} />
      ) : (
        <p className={styles.empty}>{scope === "one" ? "The open note is not read yet, or is empty." : "No note is read yet."} Paste or open a note; what is found in it is summed up here.</p>
      )}
    </Dialog>
  );
}
