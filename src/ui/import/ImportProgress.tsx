import type { ImportState } from "../../app/import-notes.ts";
import { formatCount, formatNumber } from "../../app/words.ts";
import controls from "../controls.module.css";
import styles from "./ImportCard.module.css";

export interface ImportProgressProps {
  readonly state: Extract<ImportState, { phase: "running" }>;
  readonly onCancel: () => void;
}

/** How far the import is. It comes into view after a moment, so that a short one does not flash. */
export function ImportProgress({ state, onCancel }: ImportProgressProps) {
  const { doneFiles, totalFiles, doneBytes, totalBytes } = state.progress;
  const { secondsLeft } = state;
  const counted = `${formatCount(doneFiles)} of ${formatNumber(totalFiles, "file")}, ${formatNumber(state.notes, "note")}`;
  return (
    <section className={styles.card} data-late="" aria-label="Import">
      <div className={styles.row}>
        <p className={styles.title}>Reading files</p>
        <button type="button" className={controls.outlined} onClick={onCancel}>
          Cancel
        </button>
      </div>
      <progress className={styles.progress} aria-label="Files read" max={Math.max(totalBytes, 1)} value={totalBytes === 0 ? undefined : doneBytes} />
      <p className={styles.soft}>
        {totalFiles === 0 ? "Looking at the files" : counted}
        {state.problems === 0 ? null : `, ${formatNumber(state.problems, "problem")}`}
        {secondsLeft === undefined || secondsLeft < 2 ? null : `. About ${timeLeft(secondsLeft)} left.`}
      </p>
    </section>
  );
}

const timeLeft = (seconds: number): string => (seconds < 90 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`);
