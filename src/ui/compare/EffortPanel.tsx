import { useState } from "react";
import type { ComparedNote } from "../../app/compare/compare-store.ts";
import { describeCost, effortRows, formatTimes, studentCostUsd, type EffortRow } from "../../app/compare/effort-table.ts";
import { formatCount } from "../../app/words.ts";
import { useCompareState } from "./compare-context.ts";
import styles from "./ComparePage.module.css";

/** What a small cloud machine costs an hour; the user puts in their own. */
const HOUR_USD = 0.2;

/** Time, tokens and money of each reader, and the ratio of student to teacher. */
export function EffortPanel({ note }: { readonly note: ComparedNote }) {
  const teachers = useCompareState((state) => state.teachers);
  const [hourUsd, setHourUsd] = useState(HOUR_USD);
  const rows = effortRows(note, teachers, hourUsd);
  if (rows.length < 2) return null;
  const student = rows[0]?.latencyMs;
  return (
    <section className={styles.panel} aria-labelledby="effort-title">
      <h2 id="effort-title">Time and cost</h2>
      <ul>
        {rows.slice(1).map((row, i) => (
          <li key={i}>{describeRatio(row)}</li>
        ))}
      </ul>
      <div className={styles.scroll} role="region" aria-label="Time, tokens and cost by reader" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Reader</th>
              <th scope="col">Time</th>
              <th scope="col">Tokens there</th>
              <th scope="col">Tokens back</th>
              <th scope="col">Cost</th>
              <th scope="col">Quotes found as they are</th>
              <th scope="col">found after repair</th>
              <th scope="col">not found</th>
              <th scope="col">no mention</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                <th scope="row">{row.name}</th>
                <td>{row.latencyMs === undefined ? "from its cache" : `${formatCount(row.latencyMs)} ms`}</td>
                <td>{i === 0 ? "–" : row.usage === undefined ? "unknown" : formatCount(row.usage.inputTokens)}</td>
                <td>{i === 0 ? "–" : row.usage === undefined ? "unknown" : formatCount(row.usage.outputTokens)}</td>
                <td>{i > 0 ? describeCost(row.cost) : student === undefined ? "–" : `$${studentCostUsd(student, hourUsd).toPrecision(2)} of machine time`}</td>
                {(["exact", "repaired", "lost", "rejected"] as const).map((count) => (
                  <td key={count}>{row.counts === undefined ? "–" : formatCount(row.counts[count])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <label className={styles.field}>
        An hour of this machine, US dollars
        <input type="number" min={0} step="0.05" defaultValue={HOUR_USD} onChange={({ target }) => setHourUsd(target.valueAsNumber >= 0 ? target.valueAsNumber : 0)} />
      </label>
    </section>
  );
}

function describeRatio({ name, timesSlower, timesDearer, cost }: EffortRow): string {
  const faster = timesSlower === undefined ? `The student's time can't be set against ${name}` : timesSlower >= 1 ? `The student is ${formatTimes(timesSlower)} times faster than ${name}` : `The student is ${formatTimes(1 / timesSlower)} times slower than ${name}`;
  const cheaper = timesDearer !== undefined ? ` and ${formatTimes(timesDearer)} times cheaper` : cost?.kind === "local" ? "; both ran on this machine" : "; the teacher's cost is unknown";
  return `${faster}${cheaper}.`;
}
