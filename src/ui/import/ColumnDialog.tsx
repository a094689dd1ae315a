import { useState } from "react";
import type { TableChoice, TableQuestion } from "../../app/import-notes.ts";
import controls from "../controls.module.css";
import { Dialog } from "../Dialog.tsx";
import styles from "./ColumnDialog.module.css";
import { TablePreview } from "./TablePreview.tsx";

export interface ColumnDialogProps {
  readonly question: TableQuestion;
  readonly onAnswer: (choice: TableChoice | undefined) => void;
}

/** Which column of a table holds the notes, and which their names and dates. Closed, the table is left out. */
export function ColumnDialog({ question, onAnswer }: ColumnDialogProps) {
  const [choice, setChoice] = useState(question.guess);
  const first = question.rows[0] ?? [];
  const titles = first.map((title, i) => (choice.hasHeader && title.trim() !== "" ? title.trim() : `Column ${i + 1}`));
  return (
    <Dialog title="Which column holds the notes?" onClose={() => onAnswer(undefined)}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onAnswer(choice);
        }}
      >
        <p className={styles.file}>
          <strong>{question.path}</strong> becomes one note a row. Tables with the same columns are read in the same way.
        </p>
        <TablePreview rows={question.rows} titles={titles} choice={choice} />
        <div className={styles.columns}>
          <ColumnSelect label="Text of the note" titles={titles} value={choice.text} onChange={(text) => setChoice({ ...choice, text: text ?? 0 })} />
          <ColumnSelect label="Name or id" titles={titles} value={choice.name} none="None: row number" onChange={(name) => setChoice({ ...choice, name })} />
          <ColumnSelect label="Date" titles={titles} value={choice.date} none="None" onChange={(date) => setChoice({ ...choice, date })} />
        </div>
        <label className={styles.check}>
          <input type="checkbox" checked={choice.hasHeader} onChange={(event) => setChoice({ ...choice, hasHeader: event.target.checked })} />
          The first row names the columns
        </label>
        <div className={styles.buttons}>
          <button type="button" className={controls.outlined} onClick={() => onAnswer(undefined)}>
            Leave this table out
          </button>
          <button type="submit" className={controls.strong}>
            Add the notes
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface ColumnSelectProps {
  readonly label: string;
  readonly titles: readonly string[];
  readonly value: number | undefined;
  /** What no column is called, where none may be chosen. */
  readonly none?: string;
  readonly onChange: (column: number | undefined) => void;
}

function ColumnSelect({ label, titles, value, none, onChange }: ColumnSelectProps) {
  return (
    <label className={styles.select}>
      {label}
      <select value={value ?? ""} onChange={({ target }) => onChange(target.value === "" ? undefined : Number(target.value))}>
        {none === undefined ? null : <option value="">{none}</option>}
        {titles.map((title, i) => (
          <option key={i} value={i}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
