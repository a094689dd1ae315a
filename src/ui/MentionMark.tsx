import type { Segment } from "../core/segments.ts";
import { ASSERTION_NAMES, formatScore } from "../app/words.ts";
import styles from "./MentionMark.module.css";

export interface MentionMarkProps {
  readonly segment: Extract<Segment, { kind: "mention" }>;
  readonly tabStop: boolean;
  readonly current: boolean;
}

/** A piece of a mention. The first piece is the one that takes the focus and carries the name. */
export function MentionMark({ segment, tabStop, current }: MentionMarkProps) {
  const { mention, text, first, last } = segment;
  const data = {
    "data-type": mention.type,
    "data-assertion": mention.assertion,
    "data-start": mention.start,
    "data-end": mention.end,
    "data-current": current ? "" : undefined,
    className: last ? `${styles.mark ?? ""} ${styles.last ?? ""}` : styles.mark,
  };
  if (!first) return <mark {...data}>{text}</mark>;
  const words = text.replace(/\s+/g, " ").trim();
  return (
    <mark
      {...data}
      role="button"
      tabIndex={tabStop ? 0 : -1}
      aria-label={`${words}, ${mention.type}, ${ASSERTION_NAMES[mention.assertion]}, ${formatScore(mention.score)}`}
    >
      {text}
    </mark>
  );
}
