import { useEffect } from "react";
import { useStore } from "zustand/react";
import { readiness, type Basis, type Readiness, type ScoreHere } from "../../app/score-here.ts";
import { formatCount, formatNumber } from "../../app/words.ts";
import { useChartlight } from "../app-context.ts";
import controls from "../controls.module.css";
import styles from "./Score.module.css";

const BASES: readonly { readonly basis: Basis; readonly name: string }[] = [
  { basis: "found", name: "as the student found it" },
  { basis: "review", name: "after review" },
];

/** Which of the labelled notes are here, and what is scored of them. */
export function MatchState({ scoreHere }: { readonly scoreHere: ScoreHere }) {
  const { workspace } = useChartlight();
  const { match, basis, work, outcome } = useStore(scoreHere.store);
  const { entries, queue } = useStore(workspace.store);
  useEffect(() => scoreHere.refresh(), [scoreHere, entries.length]);
  if (!match) return null;
  const here = match.here.length;
  const absent = match.missing.length + match.otherText.length;
  const states = match.here.map(({ noteId }) => {
    const record = workspace.record(noteId);
    return record === undefined ? "unread" : readiness(record, basis);
  });
  const count = (asked: Readiness): number => states.filter((state) => state === asked).length;
  const [ready, unread, labelled] = [count("ready"), count("unread"), count("labels")];
  return (
    <div className={styles.match}>
      <p>
        {here === 0 ? "None of them is among the notes of the page." : `${formatNumber(here, "note")} of them ${here === 1 ? "is" : "are"} here.`}
        {match.otherText.length === 0 ? "" : ` ${formatNumber(match.otherText.length, "note")} of the same name ${match.otherText.length === 1 ? "has" : "have"} another text here, so the labels would not fit.`}
      </p>
      {absent === 0 ? null : (
        <button type="button" className={here === 0 ? controls.strong : controls.outlined} onClick={scoreHere.addMissing}>
          Add {formatNumber(absent, "note")} and read {absent === 1 ? "it" : "them"}
        </button>
      )}
      {here === 0 ? null : (
        <fieldset className={styles.bases}>
          <legend>Score the notes</legend>
          {BASES.map((each) => (
            <label key={each.basis}>
              <input type="radio" name="basis" checked={basis === each.basis} onChange={() => scoreHere.setBasis(each.basis)} />
              {each.name}
            </label>
          ))}
        </fieldset>
      )}
      {labelled === 0 ? null : (
        <p>
          {formatNumber(labelled, "note")} came with labels of {labelled === 1 ? "its" : "their"} own.{" "}
          <button type="button" className={controls.outlined} onClick={scoreHere.readLabelled}>
            Have the student read {labelled === 1 ? "it" : "them"} instead
          </button>
        </p>
      )}
      {unread === 0 ? null : (
        <p className={styles.work}>
          <span role="status">
            {formatCount(here - unread)} of {formatNumber(here, "note")} read
          </span>
          <progress value={here - unread} max={here} aria-label="Notes read" />
          <button type="button" className={controls.quiet} onClick={queue.phase === "running" ? workspace.cancel : workspace.resume}>
            {queue.phase === "running" ? "Stop reading" : "Read the rest"}
          </button>
        </p>
      )}
      {here === 0 ? null : (
        <button type="button" className={outcome === undefined ? controls.strong : controls.outlined} disabled={work !== undefined || ready === 0} onClick={() => void scoreHere.score()}>
          {ready === here || ready === 0 ? "Score" : `Score the ${formatNumber(ready, "note")} that ${ready === 1 ? "is" : "are"} ready`}
        </button>
      )}
    </div>
  );
}
