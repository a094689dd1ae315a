import { useNote } from "./app-context.ts";
import styles from "./StatusBar.module.css";
import { useStatus } from "./use-status.ts";

/** How things stand, in one line, with a thin bar while there is progress. */
export function StatusLine() {
  const status = useStatus();
  const pace = useNote(({ reading }) => (reading.phase === "done" ? reading.pace : undefined));
  const isMoving = status.state === "loading" || status.state === "reading";
  return (
    <>
      {isMoving ? (
        <progress
          className={styles.progress}
          aria-label={status.state === "loading" ? "Loading the model" : "Reading the note"}
          max={1}
          {...(status.progress === undefined ? {} : { value: status.progress })}
        />
      ) : null}
      <p
        role="status"
        aria-live="polite"
        aria-busy={isMoving}
        className={styles.status}
        data-state={status.state}
        data-chunks={pace?.chunks}
        data-inferred-chunks={pace?.inferredChunks}
      >
        {status.text}
      </p>
    </>
  );
}
