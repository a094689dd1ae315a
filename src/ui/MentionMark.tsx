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
    "data-verdict": mention.verdict,
    className: [styles.mark, first && styles.first, last && styles.last].filter(Boolean).join(" "),
  };
  if (!first) return <mark {...data}>{text}</mark>;
  const words = text.replace(/\s+/g, " ").trim();
  const standing = mention.verdict ?? formatScore(mention.score);
  return (
    <mark
      {...data}
      role="button"
      tabIndex={tabStop ? 0 : -1}
      aria-label={`${words}, ${mention.type}, ${ASSERTION_NAMES[mention.assertion]}, ${standing}`}
      aria-haspopup="dialog"
    >
      {text}
    </mark>
  );
}
