/** The notes of the page: pasted, opened from files, handed over by the main page. In memory only. */

import type { Mention } from "../../core/types.ts";
import { readNoteFile } from "../note-file.ts";
import { asFieldText, isBlank } from "../note-text.ts";
import type { ComparedNote, CompareStore } from "./compare-store.ts";

export interface ArrivingNote {
  readonly name?: string | undefined;
  readonly text: string;
  readonly review?: readonly Mention[] | undefined;
}

export interface NoteList {
  /** Adds them and opens the first of them; blank ones are left out. */
  readonly add: (notes: readonly ArrivingNote[]) => void;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly open: (id: string) => void;
  /** Forgets the note with all that was read and decided in it. */
  readonly remove: (id: string) => void;
}

/** `newId` gives an id that it never gave before; `opened` is called when another note is open. */
export function createNoteList(store: CompareStore, { newId, opened }: { readonly newId: () => string; readonly opened: () => void }): NoteList {
  const open = (id: string | undefined) => {
    store.setState({ openId: id });
    opened();
  };
  const add = (arriving: readonly ArrivingNote[]) => {
    const notes = arriving.filter(({ text }) => !isBlank(text)).map((note) => makeNote(note, newId()));
    const [first] = notes;
    if (first === undefined) return;
    store.setState((state) => ({ notes: [...state.notes, ...notes], fileMessage: undefined }));
    open(first.id);
  };
  return {
    add,
    open,
    async addFiles(files) {
      const read = await Promise.all(files.map(async (file) => ({ name: file.name, result: await readNoteFile(file) })));
      add(read.flatMap(({ name, result }) => (result.ok ? [{ name, text: result.value.text }] : [])));
      const failed = read.flatMap(({ result }) => (result.ok ? [] : [result.failure.message]));
      const told = read.flatMap(({ result }) => (result.ok && result.value.notice !== undefined ? [result.value.notice] : []));
      store.setState({ fileMessage: [...failed, ...told][0] });
    },
    remove(id) {
      const { notes, openId } = store.getState();
      const at = notes.findIndex((note) => note.id === id);
      const left = notes.filter((note) => note.id !== id);
      store.setState({ notes: left });
      if (openId === id) open((left[at] ?? left.at(-1))?.id);
    },
  };
}

function makeNote({ name, text: given, review }: ArrivingNote, id: string): ComparedNote {
  const text = asFieldText(given);
  const words = text.trim().replace(/\s+/g, " ");
  return {
    id,
    name: name ?? (words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words),
    text,
    review,
    student: { reading: { phase: "reading", doneChunks: 0, totalChunks: 0 }, mentions: [] },
  };
}
