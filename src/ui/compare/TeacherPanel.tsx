import { useState } from "react";
import { openNote } from "../../app/compare/compare-store.ts";
import { DICTIONARY_ID } from "../../app/compare/dictionary.ts";
import { PRESET_CHOICES } from "../../app/compare/teacher-choice.ts";
import controls from "../controls.module.css";
import { useCompare, useCompareState } from "./compare-context.ts";
import styles from "./ComparePage.module.css";
import { RunStatus } from "./RunStatus.tsx";
import { TeacherCard } from "./TeacherCard.tsx";

/** The teachers: chosen, set up, asked. */
export function TeacherPanel() {
  const { teachers: list, runs, dictionary } = useCompare();
  const teachers = useCompareState((state) => state.teachers);
  const note = useCompareState(openNote);
  const [preset, setPreset] = useState(0);
  const waiting = teachers.filter(({ id }) => note !== undefined && note.runs[id]?.phase !== "running" && note.runs[id]?.phase !== "waiting");
  return (
    <section className={styles.panel} aria-labelledby="teachers-title">
      <div className={styles.row}>
        <h2 id="teachers-title">Teachers</h2>
        <select aria-label="Teacher to add" value={preset} onChange={(event) => setPreset(Number(event.target.value))}>
          {PRESET_CHOICES.map(({ name, about }, i) => (
            <option key={name} value={i}>
              {name}: {about}
            </option>
          ))}
        </select>
        <button
          type="button"
          className={controls.outlined}
          onClick={() => {
            const chosen = PRESET_CHOICES[preset];
            if (chosen !== undefined) list.add(chosen);
          }}
        >
          Add
        </button>
        <button type="button" className={controls.outlined} disabled={note === undefined} onClick={() => void dictionary.ask()}>
          Ask the ontologies
        </button>
        <span className={styles.soft}>names of UNII and ICD-10-CM, on this machine, without a key</span>
      </div>
      <RunStatus run={note?.runs[DICTIONARY_ID]} name="Ontologies" onCancel={undefined} onAgain={() => void dictionary.ask()} />
      {teachers.length === 0 ? (
        <p className={styles.soft}>No teacher yet. Servers on this machine (Ollama, LM Studio, vLLM) come first: with them the note stays here.</p>
      ) : (
        <>
          <ul className={styles.cards}>
            {teachers.map((choice) => (
              <TeacherCard key={choice.id} choice={choice} run={note?.runs[choice.id]} noteId={note?.id} />
            ))}
          </ul>
          <Protection />
          <div className={styles.row}>
            <button
              type="button"
              className={controls.strong}
              disabled={note === undefined || waiting.length === 0}
              onClick={() => void runs.ask(waiting.map(({ id }) => id))}
            >
              {teachers.length === 1 ? "Ask the teacher" : `Ask all ${teachers.length} teachers`}
            </button>
            {note === undefined ? <span className={styles.soft}>Bring a note first.</span> : null}
          </div>
        </>
      )}
    </section>
  );
}

/** De-identification and the budget: for every teacher alike. */
function Protection() {
  const { store, runs } = useCompare();
  const deidentify = useCompareState((state) => state.deidentify);
  const budgetUsd = useCompareState((state) => state.budgetUsd);
  const spentUsd = useCompareState((state) => state.spentUsd);
  return (
    <div className={styles.row}>
      <label className={styles.check}>
        <input type="checkbox" checked={deidentify} onChange={(event) => store.setState({ deidentify: event.target.checked })} />
        Replace names, dates, numbers and addresses before a note is sent
      </label>
      <label className={styles.field}>
        Budget, US dollars
        <input
          type="number"
          min={0}
          step="0.05"
          placeholder="none"
          defaultValue={budgetUsd}
          onChange={({ target }) => runs.setBudget(target.value === "" || !(target.valueAsNumber >= 0) ? undefined : target.valueAsNumber)}
        />
      </label>
      <span className={styles.soft}>{spentUsd > 0 ? `Spent so far, by list price: $${spentUsd.toFixed(4)}` : ""}</span>
    </div>
  );
}
