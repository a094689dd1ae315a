import { useLayoutEffect, useMemo, useState, type FocusEvent, type KeyboardEvent } from "react";
import { drawnMentions } from "../app/shown-mentions.ts";
import { useChartlight, useNote, useView } from "./app-context.ts";
import { placeCard, type CardPlace } from "./card-place.ts";
import controls from "./controls.module.css";
import styles from "./MentionCard.module.css";
import { MentionChanges } from "./MentionChanges.tsx";
import { MentionFacts } from "./MentionFacts.tsx";
import { findMark } from "./note-dom.ts";
import { enterCard, leaveCard } from "./review-steps.ts";
import { VerdictButtons } from "./VerdictButtons.tsx";

const LONGEST_QUOTE = 90;

/**
 * The mention under the pointer or the focus: what is known about it, accept and reject. Opened for work (a click, Enter)
 * it stays and has all that can be changed. It takes no room: it lies over the note.
 */
export function MentionCard() {
  const chartlight = useChartlight();
  const { mentionActions } = chartlight;
  const start = useView((state) => state.card);
  const pinned = useView((state) => state.cardPinned);
  const showRejected = useView((state) => state.showRejected);
  const { text, mentions, corrections } = useNote((state) => state);
  const mention = useMemo(
    () => (start === undefined ? undefined : drawnMentions({ mentions, corrections }, showRejected).find((each) => each.start === start)),
    [start, mentions, corrections, showRejected],
  );
  const [card, setCard] = useState<HTMLDivElement | null>(null);
  const [place, setPlace] = useState<CardPlace>();

  useLayoutEffect(() => {
    const mark = start === undefined ? undefined : findMark(start);
    setPlace(card && mark ? placeCard(mark, card) : undefined);
  }, [start, card, mention, pinned]);

  if (mention === undefined) return null;
  const words = text.slice(mention.start, mention.end);
  const quote = words.replace(/\s+/g, " ");
  const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
  return (
    <div
      ref={setCard}
      role="dialog"
      aria-label={`Mention: ${short}`}
      tabIndex={-1}
      className={styles.card}
      style={place ?? { visibility: "hidden" }}
      data-card=""
      data-pinned={pinned ? "" : undefined}
      data-type={mention.type}
      data-assertion={mention.assertion}
      onPointerLeave={() => pinned || findMark(mention.start) === document.activeElement || mentionActions.closeCard()}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        leaveCard(chartlight);
      }}
      onBlur={(event: FocusEvent) => {
        const to = event.relatedTarget;
        if (document.hasFocus() && !event.currentTarget.contains(to) && to !== findMark(mention.start)) mentionActions.closeCard();
      }}
    >
      <p className={styles.words}>{short}</p>
      <MentionFacts mention={mention} words={words} />
      <VerdictButtons mention={mention} reachable={pinned} />
      {pinned ? (
        <MentionChanges mention={mention} words={short} />
      ) : (
        <button type="button" tabIndex={-1} className={`${controls.quiet ?? ""} ${styles.more ?? ""}`} onClick={() => enterCard(chartlight, mention.start)}>
          Change <kbd>Enter</kbd>
        </button>
      )}
    </div>
  );
}
