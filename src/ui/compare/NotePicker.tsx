import type { ComparedNote } from "../../app/compare/compare-store.ts";
import { formatNumber } from "../../app/words.ts";
import controls from "../controls.module.css";
import { useCompare, useCompareState } from "./compare-context.ts";
import styles from "./ComparePage.module.css";
import { NoteIntake } from "./NoteIntake.tsx";
import { StudentStatus } from "./StudentStatus.tsx";

/** Which note is open, what the student does with it, and the way to bring another. */
export function NotePicker({ note }: { readonly note: ComparedNote }) {
  const { notes: list } = useCompare();
  const notes = useCompareState((state) => state.notes);
  return (
    <section className={styles.panel} aria-labelledby="note-title">
      <div className={styles.row}>
        <h2 id="note-title">The note</h2>
        {notes.length === 1 ? (
          <span>{note.name}</span>
        ) : (
          <select aria-label="Note" value={note.id} onChange={(event) => list.open(event.target.value)}>
            {notes.map(({ id, name }, i) => (
              <option key={id} value={id}>
                {i + 1}. {name}
              </option>
            ))}
          </select>
        )}
        <span className={styles.soft}>{formatNumber(note.text.length, "character")}</span>
        <span className={styles.space} />
        <button type="button" className={controls.quiet} onClick={() => list.remove(note.id)}>
          Remove
        </button>
      </div>
      <StudentStatus note={note} />
      <details>
        <summary>Bring another note</summary>
        <NoteIntake />
      </details>
    </section>
  );
}
