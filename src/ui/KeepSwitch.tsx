import { useChartlight, useView } from "./app-context.ts";
import styles from "./StatusBar.module.css";

/** Says where the note is kept, and lets the user have it kept on this device. */
export function KeepSwitch() {
  const { keepNote } = useChartlight();
  const keep = useView((state) => state.keep);
  return (
    <span className={styles.keep}>
      {keep === "on" ? "This note is kept on this device" : "This note is kept in memory only"}
      <button
        type="button"
        role="switch"
        aria-checked={keep === "on"}
        disabled={keep === "busy"}
        onClick={() => void keepNote.switchTo(keep !== "on")}
      >
        <span className={styles.track} aria-hidden="true" />
        Keep on this device
      </button>
    </span>
  );
}
