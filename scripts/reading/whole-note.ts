/** A note read to its end, without looking at the states on the way. */

import { readNote, type ReadOptions, type Student } from "../../src/core/read-note.ts";
import type { NoteReading } from "../../src/core/note-reading.ts";

export async function wholeNote(text: string, student: Student, options: ReadOptions = {}): Promise<NoteReading> {
  const states = readNote(text, student, options);
  for (;;) {
    const state = await states.next();
    if (state.done) return state.value;
  }
}
