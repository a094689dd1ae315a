import { useMemo, useState } from "react";
import { useStore } from "zustand/react";
import { conceptsBy, type NamedNote } from "../../app/summary-notes.ts";
import { ASSERTION_NAMES, formatCount, TYPE_HEADINGS } from "../../app/words.ts";
import { noteShares } from "../../core/summary/note-shares.ts";
import { summarise, type SummaryEntry } from "../../core/summary/summary.ts";
import { ASSERTIONS, ENTITY_TYPES, type EntityType } from "../../core/types.ts";
import { useChartlight } from "../app-context.ts";
import controls from "../controls.module.css";
import { AssertionKey } from "./AssertionKey.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import { ConceptBars } from "./ConceptBars.tsx";
import { PlaceList } from "./PlaceList.tsx";
import styles from "./Summary.module.css";

export interface ConceptSectionProps {
  readonly notes: readonly NamedNote[];
  readonly onOpen: (noteId: string, start: number) => void;
}

const FIRST_BARS = 12;
const MOST_BARS = 60;
/** Of the table; what is beyond comes with an export. */
const MOST_ROWS = 500;

/** What is mentioned most. */
export function ConceptSection({ notes, onOpen }: ConceptSectionProps) {
  const linker = useStore(useChartlight().concepts.store, (state) => state.linker);
  const [type, setType] = useState<EntityType>();
  const [wanted, setUnit] = useState<"note" | "mention">("note");
  const [bars, setBars] = useState(FIRST_BARS);
  const [chosen, setChosen] = useState<SummaryEntry>();
  const summary = useMemo(() => summarise(notes, { conceptOf: conceptsBy(linker) }), [notes, linker]);
  const unit = notes.length === 1 ? "mention" : wanted;
  const entries = useMemo(() => {
    const ofType = summary.entries.filter((entry) => type === undefined || entry.type === type);
    return unit === "note" ? ofType : [...ofType].sort((a, b) => b.places.length - a.places.length);
  }, [summary, type, unit]);
  const rows = entries.slice(0, bars).map((entry) => ({ entry, counts: unit === "note" ? noteShares(entry) : entry.assertions }));
  const title = unit === "note" ? "In how many notes" : "How often mentioned";
  const table = {
    caption: entries.length > MOST_ROWS ? `The first ${MOST_ROWS} of ${formatCount(entries.length)}` : title,
    columns: ["What", "Type", "Code", "Notes", "Mentions", ...ASSERTIONS.map((assertion) => ASSERTION_NAMES[assertion])],
    rows: entries.slice(0, MOST_ROWS).map((entry) => [
      entry.label,
      entry.type,
      entry.concept === undefined ? "" : `${entry.concept.system} ${entry.concept.code}`,
      entry.notes,
      entry.places.length,
      ...ASSERTIONS.map((assertion) => entry.assertions[assertion]),
    ]),
  };
  return (
    <>
      <ChartFrame
        title={title}
        about={
          unit === "note" ? (
            <>
              A note counts once, as what it foremost says. <AssertionKey />
            </>
          ) : (
            <AssertionKey />
          )
        }
        fileName="chartlight-concepts"
        table={table}
        tools={
          <span className={styles.controls}>
            <label>
              Type
              <select value={type ?? ""} onChange={(event) => setType(ENTITY_TYPES.find((each) => each === event.target.value))}>
                <option value="">all</option>
                {ENTITY_TYPES.map((each) => (
                  <option key={each} value={each}>
                    {TYPE_HEADINGS[each].toLowerCase()}
                  </option>
                ))}
              </select>
            </label>
            {notes.length === 1 ? null : (
              <label>
                Count
                <select value={unit} onChange={(event) => setUnit(event.target.value === "note" ? "note" : "mention")}>
                  <option value="note">notes</option>
                  <option value="mention">mentions</option>
                </select>
              </label>
            )}
          </span>
        }
        chart={(width) => (rows.length === 0 ? <p className={styles.empty}>Nothing of this type.</p> : <ConceptBars rows={rows} unit={unit} width={width} title={title} onChoose={setChosen} />)}
      />
      {bars < Math.min(entries.length, MOST_BARS) ? (
        <button type="button" className={controls.outlined} onClick={() => setBars(bars + FIRST_BARS)}>
          More bars ({formatCount(rows.length)} of {formatCount(entries.length)})
        </button>
      ) : null}
      {chosen === undefined ? null : (
        <PlaceList key={`${chosen.type} ${chosen.key}`} title={chosen.label} notes={notes} places={chosen.places} onOpen={onOpen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
