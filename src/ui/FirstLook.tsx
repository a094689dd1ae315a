import { SAMPLES } from "../app/samples.ts";
import { useChartlight } from "./app-context.ts";
import { openFilePicker } from "./file-picker.ts";
import styles from "./FirstLook.module.css";

/** Under the empty field: three notes to try, and how to bring one's own. */
export function FirstLook() {
  const { noteActions } = useChartlight();
  return (
    <div className={styles.look}>
      <p className={styles.lead}>Or try a sample</p>
      <ul className={styles.samples}>
        {SAMPLES.map(({ id, title, about, text }) => (
          <li key={id}>
            <button type="button" className={styles.sample} onClick={() => noteActions.replace(text)}>
              <strong>{title}</strong>
              <span>{about}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.file}>
        <button type="button" onClick={() => openFilePicker((file) => void noteActions.openFile(file))}>
          Open a text file
        </button>{" "}
        or drop one anywhere on this page.
      </p>
    </div>
  );
}
