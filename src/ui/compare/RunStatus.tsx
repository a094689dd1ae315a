import { useEffect, useState } from "react";
import type { SentFacts, TeacherRun } from "../../app/compare/compare-store.ts";
import { describeCost } from "../../app/compare/effort-table.ts";
import { formatNumber } from "../../app/words.ts";
import controls from "../controls.module.css";
import { useCompare } from "./compare-context.ts";
import styles from "./ComparePage.module.css";

export interface RunStatusProps {
  readonly run: TeacherRun | undefined;
  readonly name: string;
  /** Undefined where there is nothing to cancel: it takes a moment. */
  readonly onCancel: (() => void) | undefined;
  readonly onAgain: () => void;
}

/** How a teacher's reading of the open note stands. */
export function RunStatus({ run, name, onCancel, onAgain }: RunStatusProps) {
  const under = run?.phase === "running" || run?.phase === "waiting";
  const now = useNow(under);
  if (run === undefined) return null;
  return (
    <div className={styles.run} data-phase={run.phase}>
      {"sent" in run && onCancel !== undefined ? <p className={styles.soft}>{describeSent(run.sent)}</p> : null}
      {under ? <progress className={styles.progress} aria-label={`${name} reads`} /> : null}
      <div className={styles.row}>
        <p role={run.phase === "failed" ? "alert" : "status"} className={run.phase === "failed" ? styles.failure : undefined}>
          {describeRun(run)}
        </p>
        {under ? (
          <>
            <span className={styles.soft}>
              {run.phase === "waiting" ? `next try in ${seconds(run.untilMs - now)}, ` : ""}
              {seconds(now - run.startedMs)} so far
            </span>
            {onCancel === undefined ? null : (
              <button type="button" className={controls.outlined} aria-label={`Cancel ${name}`} onClick={onCancel}>
                Cancel
              </button>
            )}
          </>
        ) : run.phase === "done" ? null : (
          <button type="button" className={controls.outlined} aria-label={`Ask ${name} again`} onClick={onAgain}>
            Ask again
          </button>
        )}
      </div>
    </div>
  );
}

const seconds = (ms: number): string => `${Math.max(0, Math.round(ms / 1000))} s`;

function describeSent({ host, leavesMachine, estimate, replaced }: SentFacts): string {
  const tokens = `about ${formatNumber(estimate.inputTokens, "token")} there and ${formatNumber(estimate.outputTokens, "token")} back`;
  const identifiers = replaced === undefined ? "as it is" : `${formatNumber(replaced, "identifier")} replaced`;
  return `Sent to ${host}${leavesMachine ? "" : " on this machine"}, ${identifiers}; ${tokens}; estimated cost ${describeCost(estimate.cost)}.`;
}

function describeRun(run: TeacherRun): string {
  switch (run.phase) {
    case "running":
      return run.mentions === 0 ? "It reads; no reply yet." : `It replies: ${formatNumber(run.mentions, "mention")} so far.`;
    case "waiting":
      return run.why;
    case "done": {
      const { annotation, counts, requests } = run.reading;
      const lost = counts.lost + counts.rejected === 0 ? "" : `; ${counts.lost + counts.rejected} of its entries could not be found in the note`;
      return `Done: ${formatNumber(annotation.mentions.length, "mention")}${lost}${requests === 2 ? "; its first reply had to be repaired" : ""}.`;
    }
    case "failed":
      return run.failure.message;
    case "cancelled":
      return "Cancelled.";
  }
}

/** Milliseconds since the epoch, each second while it is wanted. */
function useNow(wanted: boolean): number {
  const { clock } = useCompare();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    if (!wanted) return;
    let stop = (): void => undefined;
    const tick = () => {
      setNow(clock.now());
      stop = clock.after(1000, tick);
    };
    tick();
    return () => stop();
  }, [clock, wanted]);
  return now;
}
