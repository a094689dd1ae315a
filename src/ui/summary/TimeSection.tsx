import { useMemo, useState } from "react";
import type { NamedNote } from "../../app/summary-notes.ts";
import { formatNumber } from "../../app/words.ts";
import type { Summary, SummaryEntry } from "../../core/summary/summary.ts";
import { timeline } from "../../core/summary/timeline.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import { PlaceList } from "./PlaceList.tsx";
import styles from "./Summary.module.css";
import { TimelineChart } from "./TimelineChart.tsx";

export interface TimeSectionProps {
  readonly notes: readonly NamedNote[];
  readonly summary: Summary;
  readonly onOpen: (noteId: string, start: number) => void;
}

/** When it is mentioned, by the dates of the notes. */
export function TimeSection({ notes, summary, onOpen }: TimeSectionProps) {
  const [chosen, setChosen] = useState<SummaryEntry>();
  const line = useMemo(() => timeline(notes, summary.entries.slice(0, 12)), [notes, summary]);
  const title = "Over time";
  if (line.bins.length === 0) {
    return <p className={styles.empty}>None of the notes has a date, so there is no timeline. Notes from a table with a date column have one.</p>;
  }
  const table = {
    caption: `Notes by ${line.unit}`,
    columns: ["What", "First seen", ...line.bins],
    rows: [["all notes", "", ...line.notes], ...line.rows.map(({ entry, firstSeen, notes: counts }) => [entry.label, firstSeen ?? "", ...counts])],
  };
  return (
    <>
      <ChartFrame
        title={title}
        about={`Notes by ${line.unit} of their date. A dot is as large as the number of notes; the stroke is where something is first seen.${line.undated === 0 ? "" : ` ${formatNumber(line.undated, "note")} without a date ${line.undated === 1 ? "is" : "are"} left out.`}`}
        fileName="chartlight-timeline"
        table={table}
        chart={(width) => <TimelineChart timeline={line} width={width} title={title} onChoose={setChosen} />}
      />
      {chosen === undefined ? null : (
        <PlaceList key={`${chosen.type} ${chosen.key}`} title={chosen.label} notes={notes} places={chosen.places} onOpen={onOpen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
