/** The notes of the page: pasted, opened from files, handed over by the main page. In memory only. */

import { Failure, type FailureValue } from "../../core/failure.ts";
import { parseCorpusLine } from "../../core/jsonl.ts";
import { withoutOverlap } from "../../core/overlap.ts";
import { noteOffset, type Mention } from "../../core/types.ts";
import { readNoteFile } from "../note-file.ts";
import { asFieldText, isBlank } from "../note-text.ts";
import type { ComparedNote, CompareStore, FileRemark } from "./compare-store.ts";

export interface ArrivingNote {
  readonly name?: string | undefined;
  readonly text: string;
  readonly review?: readonly Mention[] | undefined;
  readonly gold?: readonly Mention[] | undefined;
}

export interface NoteList {
  /** Adds them and opens the first of them; blank ones are left out. */
  readonly add: (notes: readonly ArrivingNote[]) => void;
  /** Text files, one note each, and corpora (`.jsonl`, docs/formats.md) whose labels are gold. */
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly open: (id: string) => void;
  /** Forgets the note with all that was read and decided in it. */
  readonly remove: (id: string) => void;
}

export interface NoteListOptions {
  /** Gives an id that it never gave before. */
  readonly newId: () => string;
  /** Another note is open. */
  readonly opened: () => void;
  /** This note is about to go. */
  readonly leaving: (id: string) => void;
}

export function createNoteList(store: CompareStore, { newId, opened, leaving }: NoteListOptions): NoteList {
  const open = (id: string | undefined) => {
    store.setState({ openId: id, current: undefined });
    opened();
  };
  const add = (arriving: readonly ArrivingNote[]) => {
    const notes = arriving.filter(({ text }) => !isBlank(text)).map((note) => makeNote(note, newId()));
    const [first] = notes;
    if (first === undefined) return;
    store.setState((state) => ({ notes: [...state.notes, ...notes], fileRemarks: [] }));
    open(first.id);
  };
  return {
    add,
    open,
    async addFiles(files) {
      const read = await Promise.all(files.map(readFile));
      add(read.flatMap(({ notes }) => notes));
      store.setState({ fileRemarks: read.flatMap(({ remarks }) => remarks) });
    },
    remove(id) {
      leaving(id);
      const { notes, openId } = store.getState();
      const at = notes.findIndex((note) => note.id === id);
      const left = notes.filter((note) => note.id !== id);
      store.setState({ notes: left });
      if (openId === id) open((left[at] ?? left.at(-1))?.id);
    },
  };
}

interface ReadFile {
  readonly notes: readonly ArrivingNote[];
  readonly remarks: readonly FileRemark[];
}

async function readFile(file: File): Promise<ReadFile> {
  const path = file.name;
  const result = await readNoteFile(file);
  if (!result.ok) return { notes: [], remarks: [{ path, message: result.failure.message, failed: true }] };
  const { text, notice } = result.value;
  const notices = notice === undefined ? [] : [{ path, message: notice, failed: false }];
  if (!path.endsWith(".jsonl")) return { notes: [{ name: path, text }], remarks: notices };
  const notes: ArrivingNote[] = [];
  let failure: FailureValue | undefined;
  text.split("\n").forEach((line, i) => {
    if (isBlank(line)) return;
    try {
      notes.push(corpusNote(line, i + 1));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failure ??= error;
    }
  });
  return { notes, remarks: failure === undefined ? notices : [{ path, message: failure.message, failed: true }, ...notices] };
}

/** A carriage return would move the offsets of its labels: such a note comes without them. */
function corpusNote(line: string, lineNumber: number): ArrivingNote {
  const { id, text, entities } = parseCorpusLine(line, lineNumber);
  if (text !== asFieldText(text) || entities.length === 0) return { name: id, text };
  const gold = withoutOverlap(entities).map(({ start, end, type, assertion }): Mention => ({ start: noteOffset(start), end: noteOffset(end), type, assertion: assertion ?? "present", score: 1 }));
  return { name: id, text, gold };
}

/** A name of at most this many characters, out of the note's first words. */
const LONGEST_NAME = 40;

function makeNote({ name, text: given, review, gold }: ArrivingNote, id: string): ComparedNote {
  const text = asFieldText(given);
  const words = text.trim().replace(/\s+/g, " ");
  return {
    id,
    name: name ?? (words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1).trimEnd()}…` : words),
    text,
    review,
    gold,
    student: { reading: { phase: "reading", doneChunks: 0, totalChunks: 0 }, mentions: [] },
    runs: {},
    adjudications: {},
  };
}
