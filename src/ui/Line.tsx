import { memo } from "react";
import type { JudgedMention } from "../core/review.ts";
import { segmentBlock } from "../core/segments.ts";
import { noteOffset } from "../core/types.ts";
import { MentionMark } from "./MentionMark.tsx";

export interface LineProps {
  /** Identity of the block: how a place in the document is found in the note again. */
  readonly id: number;
  readonly text: string;
  /** Where the text starts in the note; 0 for a line without mentions, so that an edit above does not draw it again. */
  readonly start: number;
  /** Whether the block is a part of a very long line: then it flows on in the same line. */
  readonly part: boolean;
  readonly mentions: readonly JudgedMention[];
  /** Starts of the mentions in this line that can be tabbed to and that the user is at; -1 for none. */
  readonly tabStop: number;
  readonly current: number;
}

/** One block of the note with its marks. The text in it is exactly the note's. */
export const Line = memo(function Line({ id, text, start, part, mentions, tabStop, current }: LineProps) {
  const segments = segmentBlock({ start: noteOffset(start), end: noteOffset(start + text.length), text }, mentions);
  const Element = part ? "span" : "div";
  return (
    <Element data-block={id}>
      {segments.map((segment, i) =>
        segment.kind === "text" ? (
          segment.text
        ) : (
          <MentionMark
            key={`m${i}`}
            segment={segment}
            tabStop={segment.mention.start === tabStop}
            current={segment.mention.start === current}
          />
        ),
      )}
    </Element>
  );
});
