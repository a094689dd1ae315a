import { useState, type KeyboardEvent } from "react";
import { mentionsAlike } from "../app/review/everywhere.ts";
import type { Reach } from "../app/review/review-actions.ts";
import { ASSERTION_NAMES, formatCount } from "../app/words.ts";
import type { JudgedMention } from "../core/review.ts";
import { ASSERTIONS, ENTITY_TYPES } from "../core/types.ts";
import type { EdgeMove } from "../core/word-edges.ts";
import { useChartlight, useNote, useSeveralNotes } from "./app-context.ts";
import controls from "./controls.module.css";
import { Glyph } from "./Glyph.tsx";
import styles from "./MentionChanges.module.css";
import { actInCard } from "./review-steps.ts";

export interface MentionChangesProps {
  readonly mention: JudgedMention;
  /** Its text, shortened. */
  readonly words: string;
}

const EDGES: readonly (readonly [move: EdgeMove, sign: string, name: string, key: string])[] = [
  ["start-earlier", "⟨+", "Start a word earlier", "⇧↑"],
  ["start-later", "⟨−", "Start a word later", "⇧↓"],
  ["end-earlier", "−⟩", "End a word earlier", "⇧←"],
  ["end-later", "+⟩", "End a word later", "⇧→"],
];

/** All that can be changed about a mention: type, assertion, where it starts and ends; and the same for all of its words. */
export function MentionChanges({ mention, words }: MentionChangesProps) {
  const { reviewActions } = useChartlight();
  return (
    <div className={styles.changes}>
      <div className={styles.row} role="group" aria-label="Type">
        {ENTITY_TYPES.map((type) => (
          <button
            key={type}
            type="button"
            className={controls.outlined}
            data-type={type}
            aria-pressed={mention.type === type}
            aria-keyshortcuts={type.charAt(0)}
            onClick={() => reviewActions.setType(mention, type)}
          >
            <span className={styles.swatch} aria-hidden="true" /> {type} <kbd>{type.charAt(0).toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      <Assertions mention={mention} />
      <div className={styles.row} role="group" aria-label="Where it starts and ends">
        {EDGES.map(([move, sign, name, key]) => (
          <button key={move} type="button" className={controls.outlined} aria-label={name} title={name} onClick={() => reviewActions.moveEdge(mention, move)}>
            {sign} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
      <Everywhere mention={mention} words={words} />
    </div>
  );
}

/** With the focus in it, a digit chooses. */
function Assertions({ mention }: { readonly mention: JudgedMention }) {
  const { reviewActions } = useChartlight();
  const press = (event: KeyboardEvent) => {
    const assertion = ASSERTIONS[Number(event.key) - 1];
    if (assertion === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation(); // here a digit is not the legend's
    reviewActions.setAssertion(mention, assertion);
  };
  return (
    <div className={styles.row} role="group" aria-label="Assertion" data-part="assertion" onKeyDown={press}>
      {ASSERTIONS.map((assertion, i) => (
        <button
          key={assertion}
          type="button"
          className={controls.outlined}
          aria-pressed={mention.assertion === assertion}
          onClick={() => reviewActions.setAssertion(mention, assertion)}
        >
          <Glyph assertion={assertion} /> {ASSERTION_NAMES[assertion]} <kbd>{i + 1}</kbd>
        </button>
      ))}
    </div>
  );
}

function Everywhere({ mention, words }: MentionChangesProps) {
  const { reviewActions } = useChartlight();
  const { text, mentions } = useNote((state) => state);
  const several = useSeveralNotes();
  const [reach, setReach] = useState<Reach>("note");
  const alike = mentionsAlike(text, mentions, { words: text.slice(mention.start, mention.end), type: mention.type }).length;
  return (
    <fieldset className={styles.everywhere}>
      <legend>
        Everywhere it says “{words}” <span>({formatCount(alike)} marked as {mention.type} in this note)</span>
      </legend>
      <div className={styles.row}>
        {several ? (
          <select aria-label="Reach" value={reach} onChange={(event) => setReach(event.target.value === "notes" ? "notes" : "note")}>
            <option value="note">in this note</option>
            <option value="notes">in all notes</option>
          </select>
        ) : null}
        <button type="button" className={controls.outlined} onClick={() => actInCard(() => reviewActions.acceptAlike(mention, reach))}>
          Accept all
        </button>
        <button type="button" className={controls.outlined} onClick={() => actInCard(() => reviewActions.rejectAlike(mention, reach))}>
          Reject all
        </button>
        <button type="button" className={controls.outlined} onClick={() => actInCard(() => reviewActions.addAlike(mention, reach))}>
          Mark everywhere
        </button>
      </div>
    </fieldset>
  );
}
