import { useDeferredValue, useMemo, useState } from "react";
import { useStore } from "zustand/react";
import { formatCount } from "../app/words.ts";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import { NoteList } from "./NoteList.tsx";
import styles from "./NoteRail.module.css";
import { QueueBar } from "./QueueBar.tsx";
import { RenameNote } from "./RenameNote.tsx";

export interface NoteRailProps {
  readonly onOpened?: () => void;
  readonly inSheet?: boolean;
}

/** All notes: find one, open it, name it, remove it; and how far the queue is. */
export function NoteRail({ onOpened, inSheet = false }: NoteRailProps) {
  const { workspace } = useChartlight();
  const { entries, openId } = useStore(workspace.store);
  const [query, setQuery] = useState("");
  const [renaming, setRenaming] = useState<string>();
  const wanted = useDeferredValue(query.trim().toLowerCase());
  const shown = useMemo(() => (wanted === "" ? entries : entries.filter(({ name }) => name.toLowerCase().includes(wanted))), [entries, wanted]);
  const renamed = entries.find(({ id }) => id === renaming);

  return (
    <div className={styles.rail} data-in-sheet={inSheet ? "" : undefined}>
      <div className={styles.head}>
        {inSheet ? null : <h2>Notes</h2>}
        <span className={styles.count}>{formatCount(entries.length)}</span>
        <button type="button" className={controls.quiet} onClick={workspace.startNew}>
          New
        </button>
      </div>
      <input
        type="search"
        className={styles.search}
        aria-label="Search notes by name"
        placeholder="Search by name"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {shown.length === 0 ? (
        <p className={styles.none}>No note has that name.</p>
      ) : (
        <NoteList
          entries={shown}
          openId={openId}
          onOpen={(id) => {
            workspace.open(id);
            onOpened?.();
          }}
          onRename={setRenaming}
        />
      )}
      {renamed ? (
        <RenameNote key={renamed.id} entry={renamed} onDone={() => setRenaming(undefined)} />
      ) : (
        <div className={styles.tools}>
          <button type="button" className={controls.quiet} onClick={() => setRenaming(openId)}>
            Rename
          </button>
          <button type="button" className={controls.quiet} onClick={() => workspace.remove([openId])}>
            Remove
          </button>
        </div>
      )}
      <QueueBar entries={entries} />
    </div>
  );
}
