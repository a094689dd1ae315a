import { formatNumber } from "../../app/words.ts";
import type { NoteRecord } from "../../core/note-record.ts";
import styles from "./ExportDialog.module.css";

export type Scope = "this" | "all" | "chosen";

export interface ScopeChoiceProps {
  readonly notes: readonly NoteRecord[];
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  /** Ids. */
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

/** Which notes. */
export function ScopeChoice({ notes, scope, onScope, chosen, onChosen }: ScopeChoiceProps) {
  const scopes: readonly (readonly [Scope, string])[] = [
    ["this", "This note"],
    ["all", `All ${formatNumber(notes.length, "note")}`],
    ["chosen", "Chosen notes"],
  ];
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChosen(next);
  };
  return (
    <fieldset className={styles.scope}>
      <legend>Notes</legend>
      <div className={styles.scopes}>
        {scopes.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name="export-scope" checked={scope === value} onChange={() => onScope(value)} />
            {label}
          </label>
        ))}
      </div>
      {scope === "chosen" ? (
        <ul className={styles.notes} aria-label="Notes to export">
          {notes.map(({ id, name }) => (
            <li key={id}>
              <label>
                <input type="checkbox" checked={chosen.has(id)} onChange={(event) => choose(id, event.target.checked)} />
                <span>{name}</span>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}
