import { useMemo, useState } from "react";
import { useStore } from "zustand/react";
import { conceptsBy, type NamedNote } from "../../app/summary-notes.ts";
import { ASSERTION_NAMES } from "../../app/words.ts";
import { summarise } from "../../core/summary/summary.ts";
import { ASSERTIONS, type Assertion } from "../../core/types.ts";
import { useChartlight } from "../app-context.ts";
import { ConceptSection } from "./ConceptSection.tsx";
import { PairSection } from "./PairSection.tsx";
import styles from "./Summary.module.css";
import { TimeSection } from "./TimeSection.tsx";

export interface AllNotesProps {
  readonly notes: readonly NamedNote[];
  readonly onOpen: (noteId: string, start: number) => void;
}

/** Stated of the patient: what is denied or of relatives says little about what goes together. */
const STATED: readonly Assertion[] = ["present", "past", "allergy"];

/** Charts over all notes. */
export function AllNotes({ notes, onOpen }: AllNotesProps) {
  const linker = useStore(useChartlight().concepts.store, (state) => state.linker);
  const [counted, setCounted] = useState<"stated" | "any" | Assertion>("stated");
  const summary = useMemo(
    () => summarise(notes, { conceptOf: conceptsBy(linker), assertions: counted === "any" ? undefined : counted === "stated" ? STATED : [counted] }),
    [notes, linker, counted],
  );
  if (notes.every(({ mentions }) => mentions.length === 0)) return <p className={styles.empty}>Nothing was found in these notes.</p>;
  return (
    <div className={styles.sections}>
      <ConceptSection notes={notes} onOpen={onOpen} />
      <div className={styles.controls}>
        <label>
          Together and over time, count what is
          <select value={counted} onChange={(event) => setCounted(asCounted(event.target.value))}>
            <option value="stated">stated as so (present, past, allergy)</option>
            <option value="any">mentioned at all</option>
            {ASSERTIONS.map((assertion) => (
              <option key={assertion} value={assertion}>
                {ASSERTION_NAMES[assertion]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <PairSection key={`pairs ${counted}`} notes={notes} summary={summary} onOpen={onOpen} />
      <TimeSection key={`time ${counted}`} notes={notes} summary={summary} onOpen={onOpen} />
    </div>
  );
}

const asCounted = (value: string): "stated" | "any" | Assertion => (value === "stated" || value === "any" ? value : (ASSERTIONS.find((assertion) => assertion === value) ?? "stated"));
