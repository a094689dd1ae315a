import { useStore } from "zustand/react";
import type { JudgedMention } from "../core/review.ts";
import { ASSERTION_MEANINGS, ASSERTION_NAMES, formatScore, MATCH_NAMES, ORIGIN_NAMES } from "../app/words.ts";
import { useChartlight } from "./app-context.ts";
import { Glyph } from "./Glyph.tsx";
import styles from "./MentionCard.module.css";

/** What is known about a mention. `words`: its text. */
export function MentionFacts({ mention, words }: { readonly mention: JudgedMention; readonly words: string }) {
  const { concepts } = useChartlight();
  const linker = useStore(concepts.store, (state) => state.linker);
  const link = mention.concept === undefined ? linker?.link(words, mention.type) : undefined;
  return (
    <>
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
      {mention.origin === "reviewer" ? (
        <p className={styles.score}>{ORIGIN_NAMES.reviewer}</p>
      ) : (
        <p className={styles.score}>
          <meter min={0} max={1} value={mention.score} aria-hidden="true" />
          {formatScore(mention.score)} confident
        </p>
      )}
      {link === undefined ? null : (
        <p className={styles.concept} data-match={link.how}>
          {link.concept.name}{" "}
          <span>
            {link.concept.system} {link.concept.code}, {MATCH_NAMES[link.how]} ({formatScore(link.score)})
          </span>
        </p>
      )}
    </>
  );
}
