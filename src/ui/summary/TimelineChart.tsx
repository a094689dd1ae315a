import { useState } from "react";
import { formatNumber } from "../../app/words.ts";
import type { SummaryEntry } from "../../core/summary/summary.ts";
import type { Timeline } from "../../core/summary/timeline.ts";
import styles from "./Chart.module.css";
import { moveChoice } from "./choices.ts";
import { shorten } from "./shorten.ts";

export interface TimelineChartProps {
  readonly timeline: Timeline;
  readonly width: number;
  readonly title: string;
  readonly onChoose: (entry: SummaryEntry) => void;
}

const WIDE = 520;
const STRIP = 34;
const AXIS = 20;

/** Above, all notes by month or year; below, a row an entry: a dot's area is the number of notes, a stroke where it is first seen. */
export function TimelineChart({ timeline, width, title, onChoose }: TimelineChartProps) {
  const [stop, setStop] = useState(0);
  const { bins, notes, rows } = timeline;
  const wide = width >= WIDE;
  const labelWidth = wide ? Math.min(220, Math.round(width * 0.3)) : 0;
  const rowHeight = wide ? 28 : 44;
  const band = (width - labelWidth - 8) / Math.max(1, bins.length);
  const top = STRIP + AXIS + 8;
  const height = top + rows.length * rowHeight;
  const mostNotes = notes.reduce((a, b) => Math.max(a, b), 1);
  const most = rows.flatMap((row) => row.notes).reduce((a, b) => Math.max(a, b), 1);
  const largest = Math.min(11, Math.max(3, band / 2));
  const xOf = (bin: number): number => labelWidth + 4 + bin * band;
  const labelled = labelledBins(bins.length, Math.max(1, Math.floor((width - labelWidth) / 70)));
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title} onKeyDown={moveChoice}>
      {wide ? (
        <text className={styles.soft} x={4} y={STRIP}>
          all notes
        </text>
      ) : null}
      {notes.map((count, bin) => (
        <rect key={bin} className={styles.all} x={xOf(bin) + band * 0.15} width={Math.max(1, band * 0.7)} y={STRIP - (STRIP - 4) * (count / mostNotes)} height={(STRIP - 4) * (count / mostNotes)} />
      ))}
      <line className={styles.grid} x1={labelWidth} x2={width} y1={STRIP} y2={STRIP} />
      {labelled.map((bin) => (
        <text key={bin} className={styles.soft} x={xOf(bin) + band / 2} y={STRIP + 15} textAnchor={bins.length === 1 || (bin > 0 && bin < bins.length - 1) ? "middle" : bin === 0 ? "start" : "end"}>
          {bins[bin]}
        </text>
      ))}
      {rows.map(({ entry, firstSeen, notes: counts }, i) => {
        const y = top + i * rowHeight;
        const dotY = wide ? y + rowHeight / 2 : y + rowHeight - 14;
        const first = counts.findIndex((count) => count > 0);
        const dated = counts.reduce((a, b) => a + b, 0);
        return (
          <g
            key={`${entry.type} ${entry.key}`}
            className={styles.choice}
            role="button"
            tabIndex={i === Math.min(stop, rows.length - 1) ? 0 : -1}
            data-type={entry.type}
            aria-label={`${entry.label}, ${entry.type}: ${formatNumber(dated, "dated note")}${firstSeen === undefined ? "" : `, first seen ${firstSeen}`}`}
            onClick={() => onChoose(entry)}
            onFocus={() => setStop(i)}
          >
            <rect data-page-only="" className={styles.back} x={0} y={y + 1} width={width} height={rowHeight - 2} rx={6} />
            <text x={4} y={wide ? dotY + 4 : y + 15}>
              {shorten(entry.label, (wide ? labelWidth : width) - 12, 13)}
            </text>
            <line className={styles.grid} x1={labelWidth + 4} x2={width - 4} y1={dotY} y2={dotY} />
            {first < 0 ? null : <line className={styles.first} x1={xOf(first) + 1} x2={xOf(first) + 1} y1={dotY - 9} y2={dotY + 9} />}
            {counts.map((count, bin) =>
              count === 0 ? null : (
                <circle key={bin} className={styles.dot} cx={xOf(bin) + band / 2} cy={dotY} r={Math.max(2, largest * Math.sqrt(count / most))}>
                  <title>{`${bins[bin] ?? ""}: ${formatNumber(count, "note")}`}</title>
                </circle>
              ),
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** First and last, and evenly between. */
function labelledBins(bins: number, most: number): number[] {
  if (bins === 0) return [];
  const step = Math.max(1, Math.ceil((bins - 1) / Math.max(1, most - 1)));
  const inner = Array.from({ length: bins }, (_, i) => i).filter((bin) => bin % step === 0 && bins - 1 - bin >= step);
  return [...new Set([0, ...inner, bins - 1])];
}
