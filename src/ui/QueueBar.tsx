import { useMemo } from "react";
import { useStore } from "zustand/react";
import { formatNumber } from "../app/words.ts";
import { describeQueue, spokenQueue } from "../app/workspace/queue-words.ts";
import type { NoteEntry } from "../app/workspace/workspace.ts";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import styles from "./NoteRail.module.css";

/** How far the reading of the notes is, and the say over it; what was not read, with a way to have it read. */
export function QueueBar({ entries }: { readonly entries: readonly NoteEntry[] }) {
  const { workspace } = useChartlight();
  const queue = useStore(workspace.store, (state) => state.queue);
  const failed = useMemo(() => entries.filter(({ reading }) => reading === "failed").map(({ id }) => id), [entries]);
  const unread = useMemo(() => entries.filter(({ reading }) => reading === "waiting").length, [entries]);
  return (
    <div className={styles.queue}>
      {queue.phase === "idle" ? (
        unread === 0 ? null : (
          <p className={styles.row}>
            {formatNumber(unread, "note")} not read
            <button type="button" className={controls.outlined} onClick={workspace.resume}>
              Read
            </button>
          </p>
        )
      ) : (
        <>
          <progress className={styles.progress} aria-label="Notes read" max={queue.total} value={queue.done} />
          <p>{describeQueue(queue)}</p>
          <p className={styles.row}>
            <button type="button" className={controls.outlined} onClick={queue.phase === "paused" ? workspace.resume : workspace.pause}>
              {queue.phase === "paused" ? "Resume" : "Pause"}
            </button>
            <button type="button" className={controls.quiet} onClick={workspace.cancel}>
              Cancel
            </button>
          </p>
        </>
      )}
      {failed.length === 0 ? null : (
        <p className={styles.row}>
          {formatNumber(failed.length, "note")} could not be read
          <button type="button" className={controls.outlined} onClick={() => workspace.readAgain(failed)}>
            Try again
          </button>
        </p>
      )}
      <p role="status" className={styles.spoken}>
        {spokenQueue(queue)}
      </p>
    </div>
  );
}
