import { useEffect } from "react";
import { useStore } from "zustand/react";
import type { Basis, ScoreHere } from "../../app/score-here.ts";
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
  const entries = useStore(workspace.store, (state) => state.entries);
  useEffect(() => scoreHere.refresh(), [scoreHere, entries.length]);
  if (!match) return null;
  const absent = match.missing.length + match.otherText.length;
  const byId = new Map(entries.map((entry) => [entry.id, entry.reading]));
  const unread = match.here.filter(({ noteId }) => byId.get(noteId) === "waiting" || byId.get(noteId) === "reading").length;
  return (
    <div className={styles.match}>
      <p>
        {match.here.length === 0 ? "None of them is among the notes of the page." : `${formatNumber(match.here.length, "note")} of them ${match.here.length === 1 ? "is" : "are"} here.`}
        {match.otherText.length === 0 ? "" : ` ${formatNumber(match.otherText.length, "note")} of the same name ${match.otherText.length === 1 ? "has" : "have"} another text here, so the labels would not fit.`}
      </p>
      {absent === 0 ? null : (
        <button type="button" className={match.here.length === 0 ? controls.strong : controls.outlined} onClick={scoreHere.addMissing}>
          Add {formatNumber(absent, "note")} and read {absent === 1 ? "it" : "them"}
        </button>
      )}
      {match.here.length === 0 ? null : (
        <>
          <fieldset className={styles.bases}>
            <legend>Score the notes</legend>
            {BASES.map((each) => (
              <label key={each.basis}>
                <input type="radio" name="basis" checked={basis === each.basis} onChange={() => scoreHere.setBasis(each.basis)} />
                {each.name}
              </label>
            ))}
          </fieldset>
          {unread === 0 ? null : (
            <p role="status" className={styles.soft}>
              {formatCount(match.here.length - unread)} of {formatNumber(match.here.length, "note")} read
            </p>
          )}
          <button type="button" className={outcome === undefined ? controls.strong : controls.outlined} disabled={work !== undefined || unread === match.here.length} onClick={() => void scoreHere.score()}>
            {unread === 0 ? "Score" : `Score the ${formatNumber(match.here.length - unread, "note")} read so far`}
          </button>
        </>
      )}
    </div>
  );
}
