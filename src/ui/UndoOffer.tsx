import type { Undo } from "../app/view-store.ts";
import { formatNumber } from "../app/words.ts";
import { useChartlight, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import styles from "./UndoOffer.module.css";

function sentence(undo: Undo): string {
  switch (undo.what) {
    case "cleared":
      return "Note cleared.";
    case "replaced":
      return "Note replaced.";
    case "inserted":
      return "Text inserted.";
    case "removed":
      return `${formatNumber(undo.notes, "note")} removed.`;
  }
}

/** "Note replaced. Undo", for a while after another note or a long piece took its place. It stands in a bar, where it covers nothing. */
export function UndoOffer() {
  const { undoOffer } = useChartlight();
  const undo = useView((state) => state.undo);
  return (
    <div className={styles.place} role="status" aria-label="Replacement">
      {undo === undefined ? null : (
        <p className={styles.offer} data-undo="">
          {sentence(undo)}
          <button type="button" className={controls.quiet} onClick={undoOffer.take}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}
