import { ASSERTION_NAMES, formatCount, formatNumber, TYPE_HEADINGS } from "../../app/words.ts";
import { MATCHES, type ScoreReport } from "../../core/score-report.ts";
import { ASSERTIONS } from "../../core/types.ts";
import styles from "./Score.module.css";

const MATCH_NAMES = { strict: "exact", overlap: "overlapping" } as const;
const RATES = ["precision", "recall", "f1"] as const;

interface ReportProps {
  readonly report: ScoreReport;
}

/** Precision, recall and F1 per type, each with its interval drawn and told. */
export function RatesTable({ report }: ReportProps) {
  const { scores, intervals, types, notes } = report;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Precision, recall and F1">
      <table className={styles.figures}>
        <caption>
          {formatNumber(notes, "note")}; in brackets 95 % intervals (bootstrap over notes){notes < 10 ? ", which say little for so few" : ""}
        </caption>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Match</th>
            <th scope="col">Precision</th>
            <th scope="col">Recall</th>
            <th scope="col">F1</th>
            <th scope="col">Gold</th>
            <th scope="col">Found</th>
          </tr>
        </thead>
        <tbody>
          {[...types, "micro" as const].flatMap((type) =>
            MATCHES.map((match) => {
              const score = scores[match][type];
              const interval = intervals[match][type];
              return score === undefined ? null : (
                <tr key={`${type} ${match}`} data-type={type} data-match={match}>
                  <th scope="row">{type === "micro" ? "All" : TYPE_HEADINGS[type]}</th>
                  <td>{MATCH_NAMES[match]}</td>
                  {RATES.map((rate) => (
                    <td key={rate}>
                      <Rate value={score.rates[rate]} interval={interval?.[rate]} />
                    </td>
                  ))}
                  <td>{formatCount(score.counts.gold)}</td>
                  <td>{formatCount(score.counts.found)}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}

const LINE = 72;

/** The figure, its interval, and both on a line from 0 to 1. */
function Rate({ value, interval }: { readonly value: number; readonly interval: { readonly low: number; readonly high: number } | undefined }) {
  return (
    <span className={styles.rate}>
      <b>{value.toFixed(3)}</b>
      {interval === undefined ? null : (
        <span>
          [{interval.low.toFixed(3)}, {interval.high.toFixed(3)}]
        </span>
      )}
      <svg width={LINE} height={10} aria-hidden="true">
        <line className={styles.scale} x1={0} x2={LINE} y1={5} y2={5} />
        {interval === undefined ? null : <line className={styles.interval} x1={interval.low * LINE} x2={interval.high * LINE} y1={5} y2={5} />}
        <circle className={styles.value} cx={4 + value * (LINE - 8)} cy={5} r={3.5} />
      </svg>
    </span>
  );
}

/** Assertions, gold down and found across. */
export function ConfusionTable({ report: { scores } }: ReportProps) {
  const { assertion } = scores;
  if (assertion === undefined) return <p className={styles.soft}>No assertion could be compared: the file has none on what was found exactly.</p>;
  const most = Math.max(1, ...ASSERTIONS.flatMap((gold) => ASSERTIONS.filter((found) => found !== gold).map((found) => assertion.confusion[gold][found])));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Assertions">
      <table className={styles.confusion}>
        <caption>
          Assertion right in <b>{assertion.accuracy.toFixed(3)}</b> of {formatNumber(assertion.total, "mention")} found exactly; the file's down, the page's across
        </caption>
        <thead>
          <tr>
            <th scope="col">Assertion</th>
            {ASSERTIONS.map((found) => (
              <th key={found} scope="col">
                {ASSERTION_NAMES[found]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ASSERTIONS.map((gold) => (
            <tr key={gold}>
              <th scope="row">{ASSERTION_NAMES[gold]}</th>
              {ASSERTIONS.map((found) => {
                const count = assertion.confusion[gold][found];
                const level = gold === found || count === 0 ? 0 : count > most / 2 ? 2 : 1;
                return (
                  <td key={found} data-right={gold === found ? "" : undefined} data-level={level}>
                    {count === 0 ? <span className={styles.none}>0</span> : formatCount(count)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
