import { useLayoutEffect, useState } from "react";
import { useStore } from "zustand/react";
import { ASSERTION_MEANINGS, ASSERTION_NAMES, formatScore, MATCH_NAMES } from "../app/words.ts";
import { useChartlight, useNote, useView } from "./app-context.ts";
import { placeCard, type CardPlace } from "./card-place.ts";
import { Glyph } from "./Glyph.tsx";
import styles from "./MentionCard.module.css";
import { findMark } from "./note-dom.ts";

const LONGEST_QUOTE = 90;

/** What is known about the mention under the pointer or the focus. It takes no room: it lies over the note. */
export function MentionCard() {
  const { mentionActions, concepts } = useChartlight();
  const linker = useStore(concepts.store, (state) => state.linker);
  const start = useView((state) => state.card);
  const mention = useNote((state) => (start === undefined ? undefined : state.mentions.find((each) => each.start === start)));
  const words = useNote((state) => (mention === undefined ? "" : state.text.slice(mention.start, mention.end)));
  const [card, setCard] = useState<HTMLDivElement | null>(null);
  const [place, setPlace] = useState<CardPlace>();

  useLayoutEffect(() => {
    const mark = start === undefined ? undefined : findMark(start);
    setPlace(card && mark ? placeCard(mark, card) : undefined);
  }, [start, card, mention]);

  if (mention === undefined) return null;
  const link = linker?.link(words, mention.type);
  const quote = words.replace(/\s+/g, " ");
  return (
    <div
      ref={setCard}
      role="tooltip"
      className={styles.card}
      style={place ?? { visibility: "hidden" }}
      data-type={mention.type}
      data-assertion={mention.assertion}
      onPointerLeave={mentionActions.closeCard}
    >
      <p className={styles.words}>{quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote}</p>
      <p className={styles.kind}>
        <span className={styles.type}>{mention.type}</span>
        <span className={styles.assertion}>
          <Glyph assertion={mention.assertion} /> {ASSERTION_NAMES[mention.assertion]}
        </span>
      </p>
      <p className={styles.meaning}>{ASSERTION_MEANINGS[mention.assertion]}</p>
      {mention.concept === undefined ? null : (
        <p className={styles.concept}>
          {mention.concept.name} <span>{`${mention.concept.system} ${mention.concept.code}`}</span>
        </p>
      )}
      <p className={styles.score}>
        <meter min={0} max={1} value={mention.score} aria-hidden="true" />
        {formatScore(mention.score)} confident
      </p>
      {link === undefined ? null : (
        <p className={styles.concept} data-match={link.how}>
          {link.concept.name}{" "}
          <span>
            {link.concept.system} {link.concept.code}, {MATCH_NAMES[link.how]} ({formatScore(link.score)})
          </span>
        </p>
      )}
    </div>
  );
}
