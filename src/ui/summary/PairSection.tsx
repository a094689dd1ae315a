import { useMemo, useState } from "react";
import type { NamedNote } from "../../app/summary-notes.ts";
import { cooccurrence, SMALLEST_EXPECTED, type Pair } from "../../core/summary/cooccurrence.ts";
import { placesIn } from "../../core/summary/note-shares.ts";
import type { Summary } from "../../core/summary/summary.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import { formatLift, PairMatrix } from "./PairMatrix.tsx";
import { PlaceList } from "./PlaceList.tsx";
import styles from "./Summary.module.css";

export interface PairSectionProps {
  readonly notes: readonly NamedNote[];
  readonly summary: Summary;
  readonly onOpen: (noteId: string, start: number) => void;
}

const WIDE = 520;

/** What is mentioned together. */
export function PairSection({ notes, summary, onOpen }: PairSectionProps) {
  const [chosen, setChosen] = useState<Pair>();
  const most = useMemo(() => {
    const entries = summary.entries.slice(0, 12);
    return { entries, pairs: cooccurrence(entries, summary.notes) };
  }, [summary]);
  const title = "In the same notes";
  if (summary.notes < 2 || most.entries.length < 2) return <p className={styles.empty}>What is mentioned together shows from two notes on.</p>;
  const table = {
    caption: `${title}; lift from ${SMALLEST_EXPECTED} expected notes on`,
    columns: ["What", "With", "Notes", "Expected by chance", "Lift"],
    rows: most.pairs
      .flat()
      .sort((a, b) => b.notes.length - a.notes.length)
      .map((pair) => [pair.a.label, pair.b.label, pair.notes.length, pair.expected.toFixed(1), formatLift(pair)]),
  };
  return (
    <>
      <ChartFrame
        title={title}
        about={`A square is as large as the number of notes that mention both. A firm edge: at least half as often again as by chance; a dashed one: a third less often. No edge where chance expects fewer than ${SMALLEST_EXPECTED} notes: too few to tell.`}
        fileName="chartlight-together"
        table={table}
        chart={(width) => {
          const entries = width >= WIDE ? most.entries : most.entries.slice(0, 7);
          return <PairMatrix entries={entries} pairs={most.pairs.slice(0, entries.length)} width={width} title={title} onChoose={setChosen} />;
        }}
      />
      {chosen === undefined ? null : (
        <PlaceList
          key={`${chosen.a.type} ${chosen.a.key} ${chosen.b.type} ${chosen.b.key}`}
          title={`${chosen.a.label} with ${chosen.b.label}`}
          notes={notes}
          places={placesIn([chosen.a, chosen.b], chosen.notes)}
          onOpen={onOpen}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
