import { memo } from "react";
import { formatCount, formatNumber } from "../app/words.ts";
import type { NoteEntry } from "../app/workspace/workspace.ts";
import styles from "./NoteRail.module.css";

export interface NoteListItemProps {
  readonly id: string;
  readonly entry: NoteEntry;
  /** Pixels, in the list's scrolled area. */
  readonly place: { readonly index: number; readonly of: number; readonly start: number; readonly size: number };
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly onOpen: (id: string) => void;
}

/** One note in the list: its name, its date, what was found, how much of it is reviewed. */
export const NoteListItem = memo(function NoteListItem({ id, entry, place, isOpen, isActive, onOpen }: NoteListItemProps) {
  const share = entry.mentions === 0 ? 0 : entry.reviewed / entry.mentions;
  return (
    <div
      id={id}
      role="option"
      className={styles.item}
      aria-selected={isOpen}
      aria-setsize={place.of}
      aria-posinset={place.index + 1}
      data-active={isActive ? "" : undefined}
      data-reading={entry.reading}
      style={{ position: "absolute", insetInline: 0, top: 0, height: place.size, transform: `translateY(${place.start}px)` }}
      onClick={() => onOpen(entry.id)}
    >
      <span className={styles.name}>{entry.name}</span>
      <span className={styles.facts}>
        {entry.date === undefined ? null : <span>{entry.date}</span>}
        <span>{describe(entry)}</span>
        {entry.reviewed === 0 ? null : (
          <span>{share === 1 ? "reviewed" : `${formatCount(Math.floor(share * 100))} % reviewed`}</span>
        )}
      </span>
    </div>
  );
}, isSame);

function describe({ reading, mentions, length }: NoteEntry): string {
  switch (reading) {
    case "read":
      return length === 0 ? "empty" : formatNumber(mentions, "mention");
    case "reading":
      return "reading";
    case "waiting":
      return "not read yet";
    case "failed":
      return "could not be read";
  }
}

/** `place` and `onOpen` are made anew at each drawing. */
function isSame(a: NoteListItemProps, b: NoteListItemProps): boolean {
  const isSamePlace = a.place.index === b.place.index && a.place.of === b.place.of && a.place.start === b.place.start && a.place.size === b.place.size;
  return a.entry === b.entry && a.isOpen === b.isOpen && a.isActive === b.isActive && a.id === b.id && isSamePlace;
}
