import controls from "./controls.module.css";
import styles from "./InsightButtons.module.css";

export interface InsightButtonsProps {
  readonly onSummary: () => void;
  readonly onScore: () => void;
}

/** From single mentions to the whole: what the notes say, and how well they were read. */
export function InsightButtons({ onSummary, onScore }: InsightButtonsProps) {
  return (
    <div className={styles.buttons}>
      <button type="button" className={controls.quiet} aria-haspopup="dialog" onClick={onSummary}>
        Summary
      </button>
      <button type="button" className={controls.quiet} aria-haspopup="dialog" onClick={onScore}>
        Score
      </button>
    </div>
  );
}
