import { useEffect } from "react";
import { useStore } from "zustand/react";
import { formatScore } from "../../app/words.ts";
import { useChartlight } from "../app-context.ts";
import controls from "../controls.module.css";
import { Dialog } from "../Dialog.tsx";
import { goToPlace } from "../go-to-mention.ts";
import { ErrorList } from "./ErrorList.tsx";
import { ConfusionTable, RatesTable } from "./Figures.tsx";
import { GoldPicker } from "./GoldPicker.tsx";
import { MatchState } from "./MatchState.tsx";
import styles from "./Score.module.css";
import { scoreHereOf } from "./score-here-of.ts";

/** How well the notes of the page were read, against a file of labels. */
export function ScoreDialog({ onClose }: { readonly onClose: () => void }) {
  const chartlight = useChartlight();
  const scoreHere = scoreHereOf(chartlight);
  const { gold, work, failure, outcome } = useStore(scoreHere.store);
  useEffect(() => scoreHere.refresh(), [scoreHere]);
  return (
    <Dialog title="Score" onClose={onClose} wide>
      <GoldPicker scoreHere={scoreHere} />
      {failure === undefined ? null : (
        <p role="alert" className={styles.failure}>
          {failure.message}
        </p>
      )}
      {work === undefined ? null : (
        <p role="status" className={styles.work}>
          <span>
            {work.what === "opening" ? "Opening the file" : "Scoring"} {formatScore(work.share)}
          </span>
          <progress value={work.share} aria-label={work.what === "opening" ? "Opening the file" : "Scoring"} />
          <button type="button" className={controls.outlined} onClick={scoreHere.cancel}>
            Cancel
          </button>
        </p>
      )}
      {gold === undefined ? null : <MatchState scoreHere={scoreHere} />}
      {outcome === undefined ? null : outcome.report.notes === 0 ? (
        <p className={styles.soft}>None of these notes is here and read, so there is nothing to score yet.</p>
      ) : (
        <>
          <RatesTable report={outcome.report} />
          <ConfusionTable report={outcome.report} />
          <ErrorList
            scoreHere={scoreHere}
            onOpen={({ noteId, gold: wanted, found }) => {
              const place = found ?? wanted;
              if (!place) return;
              onClose();
              goToPlace(chartlight, noteId, place);
            }}
          />
        </>
      )}
    </Dialog>
  );
}
