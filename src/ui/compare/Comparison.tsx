import { useMemo, useSyncExternalStore } from "react";
import type { SideBySide } from "../../app/compare/side-by-side.ts";
import { formatNumber } from "../../app/words.ts";
import controls from "../controls.module.css";
import { AgreementPanel } from "./AgreementPanel.tsx";
import { CombinationsPanel } from "./CombinationsPanel.tsx";
import { useCompare, useCompareState } from "./compare-context.ts";
import { markFacts } from "../../app/compare/mark-facts.ts";
import { ComparedNoteText } from "./ComparedNoteText.tsx";
import styles from "./Comparison.module.css";
import { DifferenceList } from "./DifferenceList.tsx";
import { EffortPanel } from "./EffortPanel.tsx";
import { OutcomeLegend } from "./OutcomeLegend.tsx";
import { OverlaidNoteText } from "./OverlaidNoteText.tsx";
import { TakeAwayPanel } from "./TakeAwayPanel.tsx";
import { useCompareKeys } from "./use-compare-keys.ts";
import { useScrollToCurrent } from "./use-scroll-to-current.ts";

/** Two readings of the open note side by side, what was decided about them, and how far they agree. */
export function Comparison() {
  const { look, store } = useCompare();
  const seen = useSyncExternalStore(store.subscribe, look);
  if (seen === undefined) return <p className={styles.waiting}>The comparison appears here as soon as two have read the note.</p>;
  return (
    <>
      <SideBySideView seen={seen} />
      <AgreementPanel seen={seen} />
      <EffortPanel note={seen.note} />
      <CombinationsPanel seen={seen} />
      <TakeAwayPanel seen={seen} />
    </>
  );
}

function SideBySideView({ seen }: { readonly seen: SideBySide }) {
  const { curation, store } = useCompare();
  const view = useCompareState((state) => state.view);
  const current = useCompareState((state) => state.current);
  useCompareKeys();
  useScrollToCurrent(current);
  const { pair, history, differences, open } = seen;
  const { knots } = history.present;
  const left = useMemo(() => markFacts(knots, "left"), [knots]);
  const right = useMemo(() => markFacts(knots, "right"), [knots]);
  return (
    <section className={styles.comparison} aria-labelledby="comparison-title">
      <div className={styles.bar}>
        <h2 id="comparison-title">Side by side</h2>
        {(["left", "right"] as const).map((side) => (
          <label key={side} className={styles.side}>
            {side === "left" ? "Left" : "Right"}
            <select value={pair[side].id} onChange={(event) => curation.choose(side, event.target.value)}>
              {seen.layers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <fieldset className={styles.views}>
          <legend className={styles.hidden}>View</legend>
          {(["beside", "overlaid"] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="view" checked={view === each} onChange={() => store.setState({ view: each })} />
              {each === "beside" ? "beside each other" : "one over the other"}
            </label>
          ))}
        </fieldset>
        <span className={styles.space} />
        <p role="status" className={styles.counts}>
          {differences.length === 0
            ? "They agree on everything."
            : `${formatNumber(differences.length, "difference")}, ${open.length === 0 ? "all decided" : `${open.length} open`}`}
        </p>
        <button type="button" className={controls.outlined} aria-keyshortcuts="p" onClick={() => curation.walk("previous")} disabled={differences.length === 0}>
          Previous <kbd>P</kbd>
        </button>
        <button type="button" className={controls.outlined} aria-keyshortcuts="n" onClick={() => curation.walk("next")} disabled={differences.length === 0}>
          Next <kbd>N</kbd>
        </button>
        <button type="button" className={controls.quiet} aria-keyshortcuts="u" onClick={curation.undo} disabled={history.past.length === 0}>
          Undo <kbd>U</kbd>
        </button>
        <button type="button" className={controls.quiet} aria-keyshortcuts="Shift+U" onClick={curation.redo} disabled={history.future.length === 0}>
          Redo
        </button>
      </div>
      <OutcomeLegend left={pair.left.name} right={pair.right.name} />
      <div className={styles.desk}>
        <div className={styles.sheets} data-view={view}>
          {view === "beside" ? (
            <>
              <ComparedNoteText text={seen.note.text} layer={pair.left} facts={left} current={current} />
              <ComparedNoteText text={seen.note.text} layer={pair.right} facts={right} current={current} />
            </>
          ) : (
            <OverlaidNoteText text={seen.note.text} pair={pair} left={left} right={right} current={current} />
          )}
        </div>
        <DifferenceList seen={seen} current={current} />
      </div>
    </section>
  );
}
