import { useMemo } from "react";
import { useStore } from "zustand/react";
import { reviewProgress, shownMentions } from "../app/shown-mentions.ts";
import { formatCount } from "../app/words.ts";
import { useChartlight, useNote, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import { FilterMenu } from "./FilterMenu.tsx";
import { turn } from "./review-steps.ts";
import styles from "./ReviewBar.module.css";

/** How far the review of this note is, and what can be done to all of it. */
export function ReviewBar() {
  const chartlight = useChartlight();
  const { reviewActions, mentionActions, reviewHistory } = chartlight;
  const note = useNote((state) => state);
  const filter = useView((state) => state.filter);
  const showRejected = useView((state) => state.showRejected);
  const said = useView((state) => state.said);
  const canUndo = useStore(reviewHistory, ({ done }) => done.length > 0);
  const canRedo = useStore(reviewHistory, ({ undone }) => undone.length > 0);
  const { mentions, corrections } = note;
  const { reviewed, total, rejected } = useMemo(() => reviewProgress({ mentions, corrections }), [mentions, corrections]);
  const open = useMemo(
    () => shownMentions(note, { filter, showRejected }).filter(({ verdict }) => verdict === undefined).length,
    [note, filter, showRejected],
  );
  return (
    <section className={styles.bar} aria-label="Review">
      <progress max={Math.max(1, total)} value={reviewed} aria-label="Reviewed mentions" />
      <span className={styles.count}>
        <span className={styles.tick} aria-hidden="true" />
        {formatCount(reviewed)} of {formatCount(total)} <span className={styles.word}>reviewed</span>
      </span>
      <p role="status" aria-label="Last step" className={styles.said}>
        {said?.text}
      </p>
      <button type="button" className={controls.quiet} disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={() => turn(chartlight, "undo")}>
        Undo <kbd>Ctrl Z</kbd>
      </button>
      <button type="button" className={controls.quiet} disabled={!canRedo} aria-keyshortcuts="Control+Y Control+Shift+Z" onClick={() => turn(chartlight, "redo")}>
        Redo <kbd>Ctrl Y</kbd>
      </button>
      <FilterMenu />
      <button type="button" className={controls.quiet} disabled={open === 0} onClick={reviewActions.acceptShown}>
        Accept all shown{open === 0 ? "" : ` (${formatCount(open)})`}
      </button>
      {rejected === 0 && !showRejected ? null : (
        <label className={styles.toggle}>
          <input type="checkbox" checked={showRejected} onChange={(event) => mentionActions.setShowRejected(event.target.checked)} />
          Show rejected ({formatCount(rejected)})
        </label>
      )}
    </section>
  );
}
