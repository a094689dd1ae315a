/** The records of the workspace, in their order. Values are never changed in place; every change is told by ids. */

import type { NoteRecord } from "../../core/note-record.ts";

/** A record and its place: places order the list, need not follow each other, and stay with a note for life. */
export interface ListedNote {
  readonly record: NoteRecord;
  readonly place: number;
}

export interface NoteList {
  /** In order; the same array until something changes. */
  readonly records: () => readonly NoteRecord[];
  readonly get: (id: string) => ListedNote | undefined;
  /** Takes over new values; an unknown id goes behind the others. A value that is the old one changes nothing. */
  readonly put: (records: readonly NoteRecord[]) => void;
  /** Puts notes (back) to their places. */
  readonly insert: (notes: readonly ListedNote[]) => void;
  /** Answers those that were there. */
  readonly remove: (ids: readonly string[]) => readonly ListedNote[];
  /** Called after each change with the ids that it touched. */
  readonly onChange: (listener: (ids: readonly string[]) => void) => void;
}

export function createNoteList(): NoteList {
  /** Its own order is that of the places. */
  let notes = new Map<string, ListedNote>();
  let records: readonly NoteRecord[] | undefined;
  const listeners: ((ids: readonly string[]) => void)[] = [];
  let lastPlace = 0;

  const tell = (ids: readonly string[]) => {
    if (ids.length === 0) return;
    records = undefined;
    for (const listener of listeners) listener(ids);
  };

  return {
    records: () => (records ??= Array.from(notes.values(), ({ record }) => record)),
    get: (id) => notes.get(id),
    put(given) {
      const changed = given.filter((record) => notes.get(record.id)?.record !== record);
      for (const record of changed) notes.set(record.id, { record, place: notes.get(record.id)?.place ?? ++lastPlace });
      tell(changed.map(({ id }) => id));
    },
    insert(given) {
      const others = new Map(notes);
      for (const note of given) others.set(note.record.id, note);
      const sorted = [...others.values()].sort((a, b) => a.place - b.place);
      notes = new Map(sorted.map((note) => [note.record.id, note]));
      lastPlace = Math.max(lastPlace, sorted.at(-1)?.place ?? 0);
      tell(given.map(({ record }) => record.id));
    },
    remove(ids) {
      const removed = ids.flatMap((id) => notes.get(id) ?? []);
      for (const { record } of removed) notes.delete(record.id);
      tell(removed.map(({ record }) => record.id));
      return removed;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
