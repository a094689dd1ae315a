import { useState } from "react";
import { useStore } from "zustand/react";
import { formatBytes, formatCount, formatNumber } from "../app/words.ts";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import { Dialog } from "./Dialog.tsx";
import styles from "./StatusBar.module.css";

/** Says where the notes are kept and how much that is, lets the user have them kept on this device, and erased. */
export function KeepSwitch() {
  const { keepNotes, workspace } = useChartlight();
  const { phase, kept } = useStore(keepNotes.store);
  const many = useStore(workspace.store, (state) => state.entries.length > 1);
  const [asking, setAsking] = useState(false);
  const subject = many ? "These notes are" : "This note is";
  return (
    <span className={styles.keep}>
      {phase === "on" ? (
        <>
          {formatNumber(kept.notes, "note")}, {formatBytes(kept.sizeBytes)} kept on this device
          <button type="button" className={styles.erase} aria-haspopup="dialog" onClick={() => setAsking(true)}>
            Erase
          </button>
        </>
      ) : phase === "elsewhere" ? (
        "The kept notes are open in another tab"
      ) : (
        `${subject} kept in memory only`
      )}
      <button
        type="button"
        role="switch"
        aria-checked={phase === "on"}
        disabled={phase === "busy" || phase === "elsewhere"}
        onClick={() => void keepNotes.switchTo(phase !== "on")}
      >
        <span className={styles.track} aria-hidden="true" />
        Keep on this device
      </button>
      {asking ? (
        <Dialog title="Erase everything on this device?" onClose={() => setAsking(false)}>
          <p>
            {kept.notes === 1 ? "The note" : `All ${formatCount(kept.notes)} notes`}, with what was found and every correction, will be gone
            from this device and from this page. This can&rsquo;t be undone: export first what you still need.
          </p>
          <p>
            <button
              type="button"
              className={controls.strong}
              onClick={() => {
                setAsking(false);
                void keepNotes.eraseAll();
              }}
            >
              Erase everything on this device
            </button>
          </p>
        </Dialog>
      ) : null}
    </span>
  );
}
