import { useCompareState } from "./compare-context.ts";
import styles from "./FileRemarks.module.css";

/** What is to be said of the files opened last; beside the note, because opening one folds the intake away. */
export function FileRemarks() {
  const remarks = useCompareState((state) => state.fileRemarks);
  return remarks.map(({ path, message, failed }) => (
    <p key={`${path} ${message}`} role={failed ? "alert" : "status"} className={failed ? styles.failure : styles.notice}>
      <strong>{path}</strong>: {message}
    </p>
  ));
}
