import { useEffect, useRef } from "react";
import type { NoteEntry } from "../app/workspace/workspace.ts";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import styles from "./NoteRail.module.css";

/** A field for the note's name. Enter takes it over, Escape leaves it; empty, the note is called by its first words. */
export function RenameNote({ entry, onDone }: { readonly entry: NoteEntry; readonly onDone: () => void }) {
  const { workspace } = useChartlight();
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.select(), []);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        workspace.rename(entry.id, ref.current?.value ?? "");
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onDone();
      }}
    >
      <input ref={ref} aria-label="Name of the note" defaultValue={entry.name} maxLength={200} autoComplete="off" />
      <button type="submit" className={controls.outlined}>
        Save
      </button>
    </form>
  );
}
