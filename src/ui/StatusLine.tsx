import { useNote } from "./app-context.ts";
import styles from "./StatusBar.module.css";
import { useStatus } from "./use-status.ts";

/** How things stand, in one line, with a thin bar while there is progress. */
export function StatusLine() {
  const status = useStatus();
  const reading = useNote((state) => state.reading);
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
        data-chunks={reading.phase === "done" ? reading.chunks : undefined}
        data-inferred-chunks={reading.phase === "done" ? reading.inferredChunks : undefined}
      >
        {status.text}
      </p>
    </>
  );
}
