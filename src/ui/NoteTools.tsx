import { formatNumber } from "../app/words.ts";
import { useChartlight, useNote, useView } from "./app-context.ts";
import { CompareLink } from "./CompareLink.tsx";
import controls from "./controls.module.css";
import { enterEditing, leaveEditing } from "./editing.ts";
import styles from "./NoteTools.module.css";

/** A quiet line above the note: how long it is, and what can be done with it. */
export function NoteTools({ onExport }: { readonly onExport: () => void }) {
  const chartlight = useChartlight();
  const editing = useView((state) => state.mode === "editing");
  const characters = useNote((state) => state.text.length);
  return (
    <div className={styles.tools}>
      <span className={styles.length}>{formatNumber(characters, "character")}</span>
      {editing ? (
        <button type="button" className={controls.quiet} onClick={leaveEditing}>
          Done <kbd>Esc</kbd>
        </button>
      ) : (
        <button type="button" className={controls.quiet} onClick={() => enterEditing(chartlight)}>
          Edit <kbd>E</kbd>
        </button>
      )}
      <button type="button" className={controls.quiet} onClick={onExport}>
        Export <kbd>Ctrl S</kbd>
      </button>
      <button type="button" className={controls.quiet} onClick={() => chartlight.noteActions.replace("")}>
        Clear
      </button>
      <CompareLink />
      <button type="button" className={controls.quiet} onClick={chartlight.workspace.startNew}>
        New note
      </button>
    </div>
  );
}
