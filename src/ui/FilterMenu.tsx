import { REVIEW_STATES, ANY_SCORE, isSeeking, type ReviewState } from "../app/filter.ts";
import { WALK_ORDERS } from "../app/shown-mentions.ts";
import { ORDER_NAMES, REVIEW_STATE_NAMES } from "../app/words.ts";
import { useChartlight, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import { FILTER_ID, focusFilter } from "./filter-focus.ts";
import styles from "./FilterMenu.module.css";
import popover from "./Popover.module.css";
import { goToOpen } from "./review-steps.ts";

const SCORES = [
  ["any confidence", ANY_SCORE],
  ["below 50 %", { min: 0, max: 0.5 }],
  ["below 80 %", { min: 0, max: 0.8 }],
  ["80 % and above", { min: 0.8, max: Infinity }],
  ["95 % and above", { min: 0.95, max: Infinity }],
] as const;

/** More ways to choose what is shown and walked than the legend's. */
export function FilterMenu() {
  const chartlight = useChartlight();
  const { mentionActions } = chartlight;
  const filter = useView((state) => state.filter);
  const order = useView((state) => state.order);
  const score = SCORES.findIndex(([, { min, max }]) => min === filter.score.min && max === filter.score.max);
  return (
    <>
      <button type="button" className={controls.quiet} popoverTarget={FILTER_ID} aria-keyshortcuts="/" data-on={isSeeking(filter) ? "" : undefined} onClick={focusSoon}>
        Filter <kbd className={styles.key}>/</kbd>
      </button>
      <div id={FILTER_ID} popover="auto" role="dialog" aria-label="Filter" className={`${popover.popover ?? ""} ${styles.menu ?? ""}`}>
        <label>
          Words in the mention
          <input
            type="text" // of a search field, Escape would take the words first
            role="searchbox"
            value={filter.words}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => mentionActions.setFilter({ words: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              document.getElementById(FILTER_ID)?.hidePopover();
              goToOpen(chartlight);
            }}
          />
        </label>
        <label>
          Review
          <select value={filter.review} onChange={(event) => mentionActions.setFilter({ review: reviewState(event.target.value) })}>
            {REVIEW_STATES.map((state) => (
              <option key={state} value={state}>
                {REVIEW_STATE_NAMES[state]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Confidence
          <select value={score} onChange={(event) => mentionActions.setFilter({ score: SCORES[Number(event.target.value)]?.[1] ?? ANY_SCORE })}>
            {SCORES.map(([name], i) => (
              <option key={name} value={i}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Walk
          <select value={order} onChange={(event) => mentionActions.setOrder(WALK_ORDERS.find((each) => each === event.target.value) ?? "note")}>
            {WALK_ORDERS.map((each) => (
              <option key={each} value={each}>
                {ORDER_NAMES[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

/** Once the browser has opened it. */
const focusSoon = () => void setTimeout(() => document.getElementById(FILTER_ID)?.matches(":popover-open") === true && focusFilter(), 0);

const reviewState = (value: string): ReviewState => REVIEW_STATES.find((state) => state === value) ?? "any";
