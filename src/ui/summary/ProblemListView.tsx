import { useState } from "react";
import type { NamedNote } from "../../app/summary-notes.ts";
import { ASSERTION_NAMES } from "../../app/words.ts";
import { LIST_SECTIONS, type ListSection, type ProblemList } from "../../core/summary/problem-list.ts";
import controls from "../controls.module.css";
import styles from "./Summary.module.css";

const HEADINGS: Readonly<Record<ListSection, string>> = {
  problems: "Active problems",
  symptoms: "Symptoms",
  medications: "Medications",
  allergies: "Allergies",
  possible: "Possible",
  past: "Past",
  "past-medications": "Past medications",
  conditional: "If, or to watch for",
  denied: "Denied or not found",
  family: "Family and others",
};

export interface ProblemListViewProps {
  readonly note: NamedNote;
  readonly list: ProblemList;
  readonly onOpen: (noteId: string, start: number) => void;
}

/** One note as a clinician would list it. */
export function ProblemListView({ note, list, onOpen }: ProblemListViewProps) {
  const [said, setSaid] = useState("");
  const filled = LIST_SECTIONS.filter((section) => list[section].length > 0);
  const copy = () => void navigator.clipboard.writeText(problemListText(list)).then(() => setSaid("Copied."), () => setSaid("The browser did not allow it."));
  return (
    <section className={styles.frame} aria-label="The note at a glance">
      <div className={styles.frameHead}>
        <h3>{note.name}</h3>
        {note.date === undefined ? null : <span className={styles.soft}>{note.date}</span>}
        <span className={styles.take}>
          <span role="status">{said}</span>
          <button type="button" className={controls.quiet} onClick={copy}>
            Copy as text
          </button>
        </span>
      </div>
      <p className={styles.about}>Each thing once, under what is foremost said of it. What else the note says stands behind it.</p>
      <div className={styles.lists}>
        {filled.map((section) => (
          <div key={section} className={styles.list}>
            <h4>{HEADINGS[section]}</h4>
            <ul>
              {list[section].map(({ entry, places, also }) => (
                <li key={`${entry.type} ${entry.key}`}>
                  <button type="button" className={styles.item} data-type={entry.type} onClick={() => onOpen(note.id, places[0]?.mention.start ?? 0)}>
                    <b>{entry.label}</b>
                    {also.length === 0 ? null : <span className={styles.soft}>also {also.map((assertion) => ASSERTION_NAMES[assertion]).join(", ")}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** A heading a line, its items below with a hyphen. */
export function problemListText(list: ProblemList): string {
  return LIST_SECTIONS.filter((section) => list[section].length > 0)
    .map((section) => {
      const items = list[section].map(({ entry, also }) => `- ${entry.label}${also.length === 0 ? "" : ` (also ${also.map((assertion) => ASSERTION_NAMES[assertion]).join(", ")})`}`);
      return [HEADINGS[section], ...items].join("\n");
    })
    .join("\n\n");
}
