import { useMemo } from "react";
import { countMentions, isFiltering } from "../app/filter.ts";
import { drawnMentions, shownMentions } from "../app/shown-mentions.ts";
import { ASSERTION_MEANINGS, ASSERTION_NAMES, formatCount, formatNumber, TYPE_HEADINGS } from "../app/words.ts";
import { ASSERTIONS, ENTITY_TYPES } from "../core/types.ts";
import { useChartlight, useNote, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import { Glyph } from "./Glyph.tsx";
import styles from "./Legend.module.css";
import mark from "./MentionMark.module.css";

/** What the marks mean, how many there are, and which are shown. */
export function Legend() {
  const { mentionActions } = useChartlight();
  const note = useNote((state) => state);
  const { mentions } = note;
  const filter = useView((state) => state.filter);
  const showRejected = useView((state) => state.showRejected);
  const hidden = useMemo(
    () => drawnMentions(note, showRejected).length - shownMentions(note, { filter, showRejected }).length,
    [note, filter, showRejected],
  );
  const counts = useMemo(() => countMentions(mentions), [mentions]);
  return (
    <section className={styles.legend} data-bar="top" aria-label="Legend and filter">
      <ul className={styles.items} aria-label="Types">
        {ENTITY_TYPES.map((type) => (
          <li key={type} data-type={type} data-none={counts.types[type] === 0 ? "" : undefined}>
            <button
              type="button"
              className={styles.item}
              aria-pressed={!filter.hiddenTypes.includes(type)}
              title="Show or hide"
              onClick={() => mentionActions.toggleType(type)}
            >
              <span className={styles.swatch} aria-hidden="true" />
              <span className={styles.name}>{TYPE_HEADINGS[type]}</span>
              <span className={styles.count}>{formatCount(counts.types[type])}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul className={styles.items} aria-label="Assertions">
        {ASSERTIONS.map((assertion) => (
          <li key={assertion} data-none={counts.assertions[assertion] === 0 ? "" : undefined}>
            <button
              type="button"
              className={styles.item}
              aria-pressed={!filter.hiddenAssertions.includes(assertion)}
              title={ASSERTION_MEANINGS[assertion]}
              onClick={() => mentionActions.toggleAssertion(assertion)}
            >
              <span className={`${mark.mark ?? ""} ${styles.form ?? ""}`} data-assertion={assertion} aria-hidden="true" />
              {assertion === "present" ? null : (
                <span className={styles.sign}>
                  <Glyph assertion={assertion} />
                </span>
              )}
              <span className={styles.name}>{ASSERTION_NAMES[assertion]}</span>
              <span className={styles.count}>{formatCount(counts.assertions[assertion])}</span>
            </button>
          </li>
        ))}
      </ul>
      {isFiltering(filter) ? (
        <span className={styles.hidden}>
          <span role="status" aria-label="Hidden">
            {formatNumber(hidden, "mention")} hidden
          </span>
          <button type="button" className={controls.quiet} onClick={mentionActions.showAll}>
            Show all
          </button>
        </span>
      ) : null}
    </section>
  );
}
