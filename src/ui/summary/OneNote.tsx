import { useMemo } from "react";
import { useStore } from "zustand/react";
import { conceptsBy, type NamedNote } from "../../app/summary-notes.ts";
import { problemList } from "../../core/summary/problem-list.ts";
import { useChartlight } from "../app-context.ts";
import { ConceptSection } from "./ConceptSection.tsx";
import { ProblemListView } from "./ProblemListView.tsx";
import styles from "./Summary.module.css";

export interface OneNoteProps {
  readonly note: NamedNote;
  readonly onOpen: (noteId: string, start: number) => void;
}

/** A note's problem list, and what it mentions most. */
export function OneNote({ note, onOpen }: OneNoteProps) {
  const linker = useStore(useChartlight().concepts.store, (state) => state.linker);
  const list = useMemo(() => problemList(note, { conceptOf: conceptsBy(linker) }), [note, linker]);
  const notes = useMemo(() => [note], [note]);
  if (note.mentions.length === 0) return <p className={styles.empty}>Nothing was found in this note.</p>;
  return (
    <div className={styles.sections}>
      <ProblemListView note={note} list={list} onOpen={onOpen} />
      <ConceptSection notes={notes} onOpen={onOpen} />
    </div>
  );
}
