import { useMemo, useState } from "react";
import { useStore } from "zustand/react";
import type { PlacedError, ScoreHere } from "../../app/score-here.ts";
import { ASSERTION_NAMES, formatCount, TYPE_HEADINGS } from "../../app/words.ts";
import { countErrors, ERROR_CLASSES, typeOfError, type ErrorClass } from "../../core/errors-by-class.ts";
import type { LabelledSpan } from "../../core/tally.ts";
import { ENTITY_TYPES, type EntityType } from "../../core/types.ts";
import controls from "../controls.module.css";
import { SnippetText } from "../SnippetText.tsx";
import styles from "./Score.module.css";

const CLASS_NAMES: Readonly<Record<ErrorClass, string>> = { missed: "Missed", spurious: "Spurious", boundary: "Other ends", type: "Other type", assertion: "Other assertion" };
const CLASS_MEANINGS: Readonly<Record<ErrorClass, string>> = {
  missed: "The file has it, nothing was found there.",
  spurious: "Found, but the file has nothing there.",
  boundary: "The same type, but it begins or ends elsewhere.",
  type: "Found as another type.",
  assertion: "Found exactly, with another assertion.",
};
const FIRST_ERRORS = 50;

export interface ErrorListProps {
  readonly scoreHere: ScoreHere;
  readonly onOpen: (error: PlacedError) => void;
}

/** What was wrong, by class and type; choosing one goes to its place in the note. */
export function ErrorList({ scoreHere, onOpen }: ErrorListProps) {
  const { outcome, listed } = useStore(scoreHere.store);
  const [shown, setShown] = useState(FIRST_ERRORS);
  const errors = useMemo(() => outcome?.errors ?? [], [outcome]);
  const counts = useMemo(() => countErrors(errors), [errors]);
  const ofType = (type: EntityType | undefined, kind: ErrorClass | undefined): number =>
    ERROR_CLASSES.filter((each) => kind === undefined || each === kind).reduce((sum, each) => sum + ENTITY_TYPES.filter((one) => type === undefined || one === type).reduce((part, one) => part + counts[each][one], 0), 0);
  const list = useMemo(
    () => errors.filter((error) => (listed.kind === undefined || error.kind === listed.kind) && (listed.type === undefined || typeOfError(error) === listed.type)),
    [errors, listed],
  );
  if (errors.length === 0) return <p className={styles.soft}>No errors: everything was found as the file has it.</p>;
  return (
    <section className={styles.errors} aria-label="Errors">
      <h3>Errors {formatCount(errors.length)}</h3>
      <div className={styles.filters} role="group" aria-label="Class of error">
        {[undefined, ...ERROR_CLASSES].map((kind) => (
          <button
            key={kind ?? "all"}
            type="button"
            className={controls.outlined}
            aria-pressed={listed.kind === kind}
            title={kind === undefined ? undefined : CLASS_MEANINGS[kind]}
            onClick={() => {
              setShown(FIRST_ERRORS);
              scoreHere.list({ kind });
            }}
          >
            {kind === undefined ? "All" : CLASS_NAMES[kind]} <span className={styles.soft}>{formatCount(ofType(listed.type, kind))}</span>
          </button>
        ))}
      </div>
      <div className={styles.filters} role="group" aria-label="Type">
        {[undefined, ...ENTITY_TYPES].map((type) => (
          <button
            key={type ?? "all"}
            type="button"
            className={controls.outlined}
            aria-pressed={listed.type === type}
            onClick={() => {
              setShown(FIRST_ERRORS);
              scoreHere.list({ type });
            }}
          >
            {type === undefined ? "All types" : TYPE_HEADINGS[type]} <span className={styles.soft}>{formatCount(ofType(type, listed.kind))}</span>
          </button>
        ))}
      </div>
      {list.length === 0 ? <p className={styles.soft}>None of this kind.</p> : null}
      <ul>
        {list.slice(0, shown).map((error) => (
          <li key={`${error.noteId} ${error.kind} ${error.gold?.start ?? "-"} ${error.found?.start ?? "-"}`}>
            <ErrorEntry error={error} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {shown < list.length ? (
        <button type="button" className={controls.outlined} onClick={() => setShown(shown + FIRST_ERRORS)}>
          Show more of {formatCount(list.length)}
        </button>
      ) : null}
    </section>
  );
}

function ErrorEntry({ error, onOpen }: { readonly error: PlacedError; readonly onOpen: (error: PlacedError) => void }) {
  const place = error.found ?? error.gold;
  if (!place) return null;
  return (
    <button type="button" className={styles.error} data-type={typeOfError(error)} onClick={() => onOpen(error)}>
      <span className={styles.kind}>{CLASS_NAMES[error.kind]}</span>
      <SnippetText text={error.text} mention={place} />
      <span className={`${styles.soft ?? ""} ${styles.difference ?? ""}`}>{difference(error)}</span>
      <span className={`${styles.soft ?? ""} ${styles.noteName ?? ""}`}>{error.noteName}</span>
    </button>
  );
}

const described = (span: LabelledSpan | undefined): string => (span === undefined ? "" : `${span.type}${span.assertion === undefined ? "" : `, ${ASSERTION_NAMES[span.assertion]}`}`);

/** What the file says against what was found. */
function difference({ kind, gold, found, text }: PlacedError): string {
  switch (kind) {
    case "missed":
      return described(gold);
    case "spurious":
      return described(found);
    case "boundary":
      return gold === undefined ? "" : `in the file: “${text.slice(gold.start, gold.end).replace(/\s+/g, " ")}”`;
    case "type":
      return `in the file: ${gold?.type ?? ""}; found: ${found?.type ?? ""}`;
    case "assertion":
      return `in the file: ${ASSERTION_NAMES[gold?.assertion ?? "present"]}; found: ${ASSERTION_NAMES[found?.assertion ?? "present"]}`;
  }
}
