import { useState } from "react";
import { formatNumber } from "../../app/words.ts";
import type { Pair } from "../../core/summary/cooccurrence.ts";
import type { SummaryEntry } from "../../core/summary/summary.ts";
import styles from "./Chart.module.css";
import { moveChoice } from "./choices.ts";
import { shorten } from "./shorten.ts";

export interface PairMatrixProps {
  readonly entries: readonly SummaryEntry[];
  /** src/core/summary/cooccurrence.ts */
  readonly pairs: readonly (readonly Pair[])[];
  readonly width: number;
  readonly title: string;
  readonly onChoose: (pair: Pair) => void;
}

const LARGEST_CELL = 46;
/** From here on a lift is drawn: half as often again as by chance, or a third less often. */
const MORE = 1.5;
const LESS = 2 / 3;

/** The lower half of a table of entries against entries; a square's area is the number of notes that mention both. */
export function PairMatrix({ entries, pairs, width, title, onChoose }: PairMatrixProps) {
  const [stop, setStop] = useState(0);
  const labelWidth = Math.min(230, Math.round(width * 0.34));
  const cell = Math.min(LARGEST_CELL, (width - labelWidth) / Math.max(1, entries.length));
  const height = entries.length * cell;
  const most = pairs.flat().reduce((max, { notes }) => Math.max(max, notes.length), 1);
  let index = -1;
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title} onKeyDown={moveChoice}>
      {entries.map((entry, i) => (
        <g key={`${entry.type} ${entry.key}`} data-type={entry.type}>
          <text x={4} y={(i + 0.5) * cell + 4}>
            {shorten(`${i + 1} ${entry.label}`, labelWidth - 10, 13)}
          </text>
          <text className={styles.soft} x={labelWidth + (i + 0.5) * cell} y={(i + 0.5) * cell + 4} textAnchor="middle">
            {i + 1}
          </text>
        </g>
      ))}
      {pairs.flatMap((row, i) =>
        row.map((pair, j) => {
          const [x, y] = [labelWidth + j * cell, i * cell];
          const count = pair.notes.length;
          if (count === 0) return <rect key={`${i} ${j}`} className={styles.cell} x={x + cell / 2 - 1} y={y + cell / 2 - 1} width={2} height={2} />;
          const place = ++index;
          const side = (cell - 4) * Math.sqrt(count / most);
          return (
            <g
              key={`${i} ${j}`}
              className={styles.choice}
              role="button"
              tabIndex={place === stop ? 0 : -1}
              aria-label={`${pair.a.label} with ${pair.b.label}: ${formatNumber(count, "note")}${describeLift(pair)}`}
              onClick={() => onChoose(pair)}
              onFocus={() => setStop(place)}
            >
              <title>{`${pair.a.label} with ${pair.b.label}: ${formatNumber(count, "note")}${describeLift(pair)}`}</title>
              <rect data-page-only="" className={styles.back} x={x} y={y} width={cell} height={cell} rx={4} />
              <rect
                className={styles.cell}
                data-lift={pair.lift === undefined ? undefined : pair.lift >= MORE ? "more" : pair.lift <= LESS ? "less" : undefined}
                x={x + (cell - side) / 2}
                y={y + (cell - side) / 2}
                width={side}
                height={side}
                rx={3}
              />
              {cell < 18 ? null : (
                <text x={x + cell / 2} y={y + cell / 2 + 4} fontSize={12} textAnchor="middle">
                  {count}
                </text>
              )}
            </g>
          );
        }),
      )}
    </svg>
  );
}

export const formatLift = ({ lift }: Pick<Pair, "lift">): string => (lift === undefined ? "" : lift.toFixed(1));

const describeLift = (pair: Pair): string => (pair.lift === undefined ? "" : `, ${formatLift(pair)} times what chance would give`);
