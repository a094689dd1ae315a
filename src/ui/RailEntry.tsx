import type { RailGroup } from "../app/rail-groups.ts";
import { ASSERTION_NAMES, formatCount } from "../app/words.ts";
import { useChartlight, useView } from "./app-context.ts";
import { Glyph } from "./Glyph.tsx";
import { revealMark } from "./note-dom.ts";
import styles from "./Rail.module.css";

export interface RailEntryProps {
  readonly group: RailGroup;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
}

/** One text of the note; choosing it goes to its first mention, choosing it again to the next. */
export function RailEntry({ group, tabStop, onFocus }: RailEntryProps) {
  const { mentionActions } = useChartlight();
  const at = useView(({ current }) => group.mentions.findIndex((mention) => mention.start === current));
  const count = group.mentions.length;
  const walk = () => {
    const mention = mentionActions.walkThrough(group.mentions);
    if (mention) revealMark(mention.start, false);
  };
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        data-absent={group.assertions.every(({ assertion }) => assertion === "absent") ? "" : undefined}
        tabIndex={tabStop ? 0 : -1}
        aria-current={at >= 0 ? "true" : undefined}
        onClick={walk}
        onFocus={onFocus}
      >
        <span className={styles.label} title={group.concept === undefined ? undefined : `${group.concept.name} (${group.concept.system} ${group.concept.code})`}>
          {group.label}
        </span>
        {group.assertions.map(({ assertion, count: times }) =>
          assertion === "present" ? null : (
            <span key={assertion} className={styles.assertion} title={ASSERTION_NAMES[assertion]}>
              <Glyph assertion={assertion} />
              <span className={styles.spoken}>{ASSERTION_NAMES[assertion]}</span>
              {times > 1 || times < count ? formatCount(times) : ""}
            </span>
          ),
        )}
        <span className={styles.count}>{at >= 0 && count > 1 ? `${at + 1} of ${count}` : formatCount(count)}</span>
      </button>
    </li>
  );
}
