import { useId } from "react";
import type { TeacherRun } from "../../app/compare/compare-store.ts";
import { placeOf } from "../../app/compare/place.ts";
import { teacherName, type TeacherChoice } from "../../app/compare/teacher-choice.ts";
import { EFFORT_CHOICES, effortOf, providerAddress } from "../../app/compare/teacher-words.ts";
import controls from "../controls.module.css";
import { useCompare, useCompareState } from "./compare-context.ts";
import styles from "./ComparePage.module.css";
import { KeyField } from "./KeyField.tsx";
import { PlaceLine } from "./PlaceLine.tsx";
import { RunStatus } from "./RunStatus.tsx";

export interface TeacherCardProps {
  readonly choice: TeacherChoice;
  readonly run: TeacherRun | undefined;
  readonly noteId: string | undefined;
}

/** One teacher: model, address, key, a test of the connection, and how its reading stands. */
export function TeacherCard({ choice, run, noteId }: TeacherCardProps) {
  const { teachers, runs, policy } = useCompare();
  const check = useCompareState((state) => state.checks[choice.id]);
  const place = placeOf(choice, policy);
  const models = useId();
  const name = teacherName(choice);
  return (
    <li className={styles.card} aria-label={name}>
      <div className={styles.row}>
        <h3>{name}</h3>
        <span className={styles.space} />
        <button type="button" className={controls.quiet} aria-label={`Remove ${name}`} onClick={() => teachers.remove(choice.id)}>
          Remove
        </button>
      </div>
      <PlaceLine place={place} />
      <div className={styles.row}>
        <label className={styles.field}>
          Model
          <input
            value={choice.model}
            list={models}
            spellCheck={false}
            autoComplete="off"
            placeholder="as the server names it"
            onChange={(event) => teachers.change(choice.id, { model: event.target.value })}
          />
          <datalist id={models}>{check?.phase === "fine" ? check.models.map((model) => <option key={model} value={model} />) : null}</datalist>
        </label>
        <label className={styles.field}>
          Address
          <input
            value={choice.baseUrl}
            spellCheck={false}
            autoComplete="off"
            placeholder={providerAddress(choice.provider)}
            onChange={(event) => teachers.change(choice.id, { baseUrl: event.target.value })}
          />
        </label>
        <label className={styles.field}>
          Effort
          <select value={choice.effort ?? ""} onChange={(event) => teachers.change(choice.id, { effort: effortOf(event.target.value) })}>
            {EFFORT_CHOICES.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.check}>
          <input type="checkbox" checked={choice.schema} onChange={(event) => teachers.change(choice.id, { schema: event.target.checked })} />
          JSON schema
        </label>
      </div>
      {place.ok ? <KeyField origin={place.value.origin} host={place.value.host} needed={place.value.needsKey} /> : null}
      <div className={styles.row}>
        <button
          type="button"
          className={controls.outlined}
          aria-label={`Test the connection to ${name}`}
          disabled={check?.phase === "checking"}
          onClick={() => void runs.check(choice.id)}
        >
          Test connection
        </button>
        <span className={styles.soft}>sends no note</span>
        <span role="status">
          {check?.phase === "checking" ? "Asking for the list of models." : check?.phase === "fine" ? describeModels(check.models, choice.model) : ""}
        </span>
      </div>
      {check?.phase === "failed" ? (
        <p role="alert" className={styles.failure}>
          {check.message}
        </p>
      ) : null}
      <RunStatus run={run} name={name} onCancel={() => runs.cancel({ ...(noteId !== undefined && { noteId }), teacherId: choice.id })} onAgain={() => void runs.ask([choice.id])} />
    </li>
  );
}

function describeModels(models: readonly string[], model: string): string {
  const known = model.trim() === "" || models.includes(model.trim());
  const count = models.length === 0 ? "It answers, but lists no model." : `It answers. ${models.length === 1 ? "One model is" : `${models.length} models are`} at hand.`;
  return known ? count : `${count} This one is not on the list.`;
}
