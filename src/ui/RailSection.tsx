import { useState } from "react";
import type { RailGroup } from "../app/rail-groups.ts";
import { formatCount, TYPE_HEADINGS } from "../app/words.ts";
import type { EntityType } from "../core/types.ts";
import controls from "./controls.module.css";
import { RailEntry } from "./RailEntry.tsx";
import styles from "./Rail.module.css";
import { moveFocus } from "./roving-focus.ts";

/** Entries drawn before "Show all": a very long note has thousands. */
const FIRST_ENTRIES = 60;

export interface RailSectionProps {
  readonly type: EntityType;
  readonly groups: readonly RailGroup[];
}

/** One type's entries. One tab stop; the arrow keys go up and down in it. */
export function RailSection({ type, groups }: RailSectionProps) {
  const [all, setAll] = useState(false);
  const [stop, setStop] = useState<string>();
  const drawn = all ? groups : groups.slice(0, FIRST_ENTRIES);
  const stopKey = drawn.some(({ key }) => key === stop) ? stop : drawn[0]?.key;
  return (
    <section className={styles.section} data-type={type}>
      <h2 className={styles.heading}>
        {TYPE_HEADINGS[type]} <span>{formatCount(groups.length)}</span>
      </h2>
      {groups.length === 0 ? <p className={styles.none}>none</p> : null}
      <ul onKeyDown={moveFocus}>
        {drawn.map((group) => (
          <RailEntry key={group.key} group={group} tabStop={group.key === stopKey} onFocus={() => setStop(group.key)} />
        ))}
      </ul>
      {drawn.length < groups.length ? (
        <button type="button" className={controls.quiet} onClick={() => setAll(true)}>
          Show all {formatCount(groups.length)}
        </button>
      ) : null}
    </section>
  );
}
