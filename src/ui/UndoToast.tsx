import { isBlank } from "../app/note-text.ts";
import { useChartlight, useNote, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import styles from "./UndoToast.module.css";

/** "Note replaced. Undo", for a while after another note took its place. */
export function UndoToast() {
  const { noteActions } = useChartlight();
  const replaced = useView((state) => state.replacedText !== undefined);
  const cleared = useNote((state) => isBlank(state.text));
  return (
    <div className={styles.place} role="status" aria-label="Replacement">
      {replaced ? (
        <p className={styles.toast}>
          {cleared ? "Note cleared." : "Note replaced."}
          <button type="button" className={controls.quiet} onClick={noteActions.undoReplace}>
            Undo
          </button>
        </p>
      ) : null}
    </div>
  );
}
