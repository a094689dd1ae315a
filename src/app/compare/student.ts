/** Has the open note read by the student, once. */

import type { EngineClient } from "../engine-client.ts";
import { changeNote, openNote, type CompareStore } from "./compare-store.ts";

export interface Student {
  /** Reads the open note unless that is done. A note that is left while it is read is read again when it is opened. */
  readonly readOpen: () => void;
}

export function createStudent(engine: EngineClient, store: CompareStore): Student {
  let revision = 0;
  const read = async (): Promise<void> => {
    const note = openNote(store.getState());
    if (note === undefined || note.student.reading.phase === "done") return;
    const { id, text } = note;
    const mine = ++revision;
    const result = await engine.read({ revision: mine, text, visible: { start: 0, end: text.length } }, ({ mentions, doneChunks, totalChunks }) => {
      if (mine === revision) changeNote(store, id, () => ({ student: { reading: { phase: "reading", doneChunks, totalChunks }, mentions } }));
    });
    if (mine !== revision) return;
    if (!result.ok) changeNote(store, id, ({ student }) => ({ student: { ...student, reading: { phase: "failed", failure: result.failure } } }));
    else if (result.value.kind === "done") {
      const { mentions, provenance, chunks, inferredChunks, words, latencyMs } = result.value;
      changeNote(store, id, () => ({ student: { reading: { phase: "done", provenance, pace: { chunks, inferredChunks, words, latencyMs } }, mentions } }));
    }
  };
  engine.state.subscribe((state, before) => {
    if (state.phase !== "ready" || before.phase === "ready") return;
    if (openNote(store.getState())?.student.reading.phase === "failed") void read();
  });
  return { readOpen: () => void read() };
}
