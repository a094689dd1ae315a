/** What the page under compare/ knows: notes, who read them, and how they are laid side by side. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { Mention } from "../../core/types.ts";
import type { Reading } from "../note-store.ts";
import type { Theme } from "../preferences.ts";

export interface ComparedNote {
  /** Unique on this page; never shown. */
  readonly id: string;
  /** A file's name, or the note's first words. */
  readonly name: string;
  /** Line ends are single line feeds. */
  readonly text: string;
  /** What the note has on the main page, after review; undefined when it did not come from there. */
  readonly review: readonly Mention[] | undefined;
  readonly student: StudentRun;
}

/** The student's part. */
export interface StudentRun {
  readonly reading: Reading;
  readonly mentions: readonly Mention[];
}

export interface CompareState {
  readonly theme: Theme;
  readonly notes: readonly ComparedNote[];
  /** Undefined while there is no note. */
  readonly openId: string | undefined;
  /** What went wrong with the last file; undefined when nothing did. */
  readonly fileMessage: string | undefined;
}

export type CompareStore = StoreApi<CompareState>;

export const createCompareStore = (theme: Theme): CompareStore =>
  createStore<CompareState>(() => ({ theme, notes: [], openId: undefined, fileMessage: undefined }));

export const openNote = ({ notes, openId }: CompareState): ComparedNote | undefined => notes.find(({ id }) => id === openId);

/** Changes one note; without effect when it is gone. */
export function changeNote(store: CompareStore, id: string, change: (note: ComparedNote) => Partial<ComparedNote>): void {
  store.setState(({ notes }) => ({ notes: notes.map((note) => (note.id === id ? { ...note, ...change(note) } : note)) }));
}
