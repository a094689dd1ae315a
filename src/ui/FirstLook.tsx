import { SAMPLES } from "../app/samples.ts";
import { useChartlight } from "./app-context.ts";
import styles from "./FirstLook.module.css";
import { pickFiles } from "./pick-files.ts";

/** Under the empty field: three notes to try, and how to bring one's own. */
export function FirstLook() {
  const { bringNote, importNotes } = useChartlight();
  return (
    <div className={styles.look}>
      <p className={styles.lead}>Or try a sample</p>
      <ul className={styles.samples}>
        {SAMPLES.map(({ id, title, about, text }) => (
          <li key={id}>
            <button type="button" className={styles.sample} onClick={() => bringNote(text)}>
              <strong>{title}</strong>
              <span>{about}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.file}>
        <button type="button" onClick={() => pickFiles("files", (files) => void importNotes.takeFiles(files))}>
          Open files
        </button>{" "}
        or{" "}
        <button type="button" aria-label="Open a folder" onClick={() => pickFiles("folder", (files) => void importNotes.takeFiles(files))}>
          a folder
        </button>
        , or drop them anywhere on this page: text, Word, PDF, CSV, JSON lines, .zip.
      </p>
    </div>
  );
}
