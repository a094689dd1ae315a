import { useState } from "react";
import { ASSERTION_NAMES, formatNumber } from "../../app/words.ts";
import type { SummaryEntry } from "../../core/summary/summary.ts";
import { ASSERTIONS, type Assertion } from "../../core/types.ts";
import { AssertionSegment } from "./AssertionSegment.tsx";
import styles from "./Chart.module.css";
import { moveChoice } from "./choices.ts";
import { shorten } from "./shorten.ts";

export interface BarRow {
  readonly entry: SummaryEntry;
  /** What its bar is split by; the sum is its length. */
  readonly counts: Readonly<Record<Assertion, number>>;
}

export interface ConceptBarsProps {
  readonly rows: readonly BarRow[];
  readonly unit: "note" | "mention";
  readonly width: number;
  readonly title: string;
  readonly onChoose: (entry: SummaryEntry) => void;
}

const WIDE = 520;
const BAR = 18;
const FIGURE = 40;
/** Between two pieces of a bar, so that their forms stay apart. */
const GAP = 2;

/** A bar an entry, split by assertion in the forms of the marks. */
export function ConceptBars({ rows, unit, width, title, onChoose }: ConceptBarsProps) {
  const [stop, setStop] = useState(0);
  const wide = width >= WIDE;
  const labelWidth = wide ? Math.min(240, Math.round(width * 0.32)) : 0;
  const rowHeight = wide ? 30 : 46;
  const sumOf = ({ counts }: BarRow): number => ASSERTIONS.reduce((sum, assertion) => sum + counts[assertion], 0);
  const most = rows.reduce((max, row) => Math.max(max, sumOf(row)), 1);
  const scale = Math.max(0, width - labelWidth - FIGURE - 4) / most;
  const height = rows.length * rowHeight;
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title} onKeyDown={moveChoice}>
      {rows.map((row, i) => {
        const { entry, counts } = row;
        const sum = sumOf(row);
        const barY = i * rowHeight + (wide ? (rowHeight - BAR) / 2 : 24);
        const said = ASSERTIONS.filter((assertion) => counts[assertion] > 0);
        let x = labelWidth;
        return (
          <g
            key={`${entry.type} ${entry.key}`}
            className={styles.choice}
            role="button"
            tabIndex={i === Math.min(stop, rows.length - 1) ? 0 : -1}
            data-type={entry.type}
            aria-label={`${entry.label}, ${entry.type}: ${formatNumber(sum, unit)}, ${said.map((assertion) => `${counts[assertion]} ${ASSERTION_NAMES[assertion]}`).join(", ")}`}
            onClick={() => onChoose(entry)}
            onFocus={() => setStop(i)}
          >
            <rect data-page-only="" className={styles.back} x={0} y={i * rowHeight + 1} width={width} height={rowHeight - 2} rx={6} />
            <title>{entry.concept === undefined ? entry.label : `${entry.label}: ${entry.concept.name} (${entry.concept.system} ${entry.concept.code})`}</title>
            <text x={4} y={wide ? barY + 13 : barY - 6}>
              {shorten(entry.label, (wide ? labelWidth : width) - 12, 13)}
            </text>
            {said.map((assertion) => {
              const length = counts[assertion] * scale;
              const at = x;
              x += length;
              return <AssertionSegment key={assertion} assertion={assertion} x={at} y={barY} width={Math.max(1, length - GAP)} height={BAR} />;
            })}
            <text className={styles.soft} x={x + 5} y={barY + 13}>
              {sum}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
