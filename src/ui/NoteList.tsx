import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { NoteEntry } from "../app/workspace/workspace.ts";
import { useChartlight } from "./app-context.ts";
import { NoteListItem } from "./NoteListItem.tsx";
import styles from "./NoteRail.module.css";

export interface NoteListProps {
  /** Never empty. */
  readonly entries: readonly NoteEntry[];
  readonly openId: string;
  readonly onOpen: (id: string) => void;
  readonly onRename: (id: string) => void;
}

const ROW_REM = 3.25;

/** One tab stop; the arrow keys move within it, Enter opens, F2 renames, Delete removes. Only what is in sight is drawn. */
export function NoteList({ entries, openId, onOpen, onRename }: NoteListProps) {
  const { workspace } = useChartlight();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const openAt = entries.findIndex(({ id }) => id === openId);
  const [activeId, setActiveId] = useState(openId);
  const found = entries.findIndex(({ id }) => id === activeId);
  const activeAt = found >= 0 ? found : Math.max(0, openAt);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize),
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 6,
  });

  useEffect(() => {
    setActiveId(openId);
  }, [openId]);
  useEffect(() => {
    if (openAt >= 0) virtualizer.scrollToIndex(openAt, { align: "auto" });
  }, [openAt, virtualizer]);

  const moveTo = (index: number) => {
    const at = Math.max(0, Math.min(entries.length - 1, index));
    virtualizer.scrollToIndex(at, { align: "auto" });
    setActiveId(entries[at]?.id ?? openId);
  };
  const press = (event: KeyboardEvent) => {
    const active = entries[activeAt];
    if (active === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(activeAt + 1),
      ArrowUp: () => moveTo(activeAt - 1),
      PageDown: () => moveTo(activeAt + 10),
      PageUp: () => moveTo(activeAt - 10),
      Home: () => moveTo(0),
      End: () => moveTo(entries.length - 1),
      Enter: () => onOpen(active.id),
      " ": () => onOpen(active.id),
      F2: () => onRename(active.id),
      Delete: () => {
        moveTo(activeAt === entries.length - 1 ? activeAt - 1 : activeAt + 1);
        workspace.remove([active.id]);
      },
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  const rows = virtualizer.getVirtualItems();
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label="Notes"
      aria-activedescendant={rows.some(({ index }) => index === activeAt) ? `${listId}-${activeAt}` : undefined}
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {rows.map(({ index, key, start, size }) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <NoteListItem
              key={key}
              id={`${listId}-${index}`}
              entry={entry}
              place={{ index, of: entries.length, start, size }}
              isOpen={entry.id === openId}
              isActive={index === activeAt}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}
