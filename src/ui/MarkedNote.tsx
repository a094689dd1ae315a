import { useMemo } from "react";
import { groupBlocks } from "../app/block-groups.ts";
import { shownMentions } from "../app/shown-mentions.ts";
import { LineGroup } from "./LineGroup.tsx";
import styles from "./MarkedNote.module.css";
import { useNote, useView } from "./app-context.ts";
import { MARKED_NOTE_ID } from "./note-dom.ts";
import { useDrawnGroups } from "./use-drawn-groups.ts";
import { useDrawnMentions } from "./use-drawn-mentions.ts";
import { useExactCopy } from "./use-exact-copy.ts";
import { useMentionEvents } from "./use-mention-events.ts";

/** From here on the note is laid out only where it is on the screen. */
export const LONG_NOTE = 20_000;

/** The note as real text with its marks: what is read, selected, copied and printed; behind the field while editing. */
export function MarkedNote({ drawn }: { readonly drawn: boolean }) {
  const note = useNote((state) => state);
  const { text, blocks } = note;
  const editing = useView((state) => state.mode === "editing");
  const filter = useView((state) => state.filter);
  const showRejected = useView((state) => state.showRejected);
  const current = useView((state) => state.current) ?? -1;
  const shown = useMemo(() => shownMentions(note, { filter, showRejected }), [note, filter, showRejected]);
  const tabStop = shown.some(({ start }) => start === current) ? current : (shown[0]?.start ?? -1);
  const mentionsOfBlock = useDrawnMentions(note, filter, showRejected);
  useExactCopy();
  const mentionEvents = useMentionEvents();

  const groups = useMemo(() => groupBlocks(blocks), [blocks]);
  const drawnGroups = useDrawnGroups(blocks, groups.length);

  return (
    <div
      id={MARKED_NOTE_ID}
      className={styles.note}
      role="group"
      aria-label="The note, with its mentions marked"
      inert={editing}
      hidden={!drawn}
      tabIndex={-1}
      data-editing={editing ? "" : undefined}
      data-long={text.length > LONG_NOTE && !editing ? "" : undefined}
      data-hide={[...filter.hiddenTypes, ...filter.hiddenAssertions].join(" ")}
      {...mentionEvents}
    >
      {groups.slice(0, drawnGroups).map(({ first, end }) => {
        const start = blocks[first]?.start ?? 0;
        const within = (at: number) => (at >= start && at < (blocks[end]?.start ?? Infinity) ? at : -1);
        return (
          <LineGroup
            key={first}
            {...{ first, end, blocks, mentionsOfBlock }}
            tabStop={within(tabStop)}
            current={within(current)}
          />
        );
      })}
    </div>
  );
}
