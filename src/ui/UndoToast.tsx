import type { Undo } from "../app/view-store.ts";
import { useChartlight, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import styles from "./UndoToast.module.css";

const SENTENCES: Readonly<Record<Undo["what"], string>> = {
  cleared: "Note cleared.",
  replaced: "Note replaced.",
  inserted: "Text inserted.",
};

/** "Note replaced. Undo", for a while after another note or a long piece took its place. */
export function UndoToast() {
  const { noteActions } = useChartlight();
  const what = useView((state) => state.undo?.what);
  return (
    <div className={styles.place} role="status" aria-label="Replacement">
      {what === undefined ? null : (
        <p className={styles.toast}>
          {SENTENCES[what]}
          <button type="button" className={controls.quiet} onClick={noteActions.undo}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}
