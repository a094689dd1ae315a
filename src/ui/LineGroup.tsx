import { memo } from "react";
import { goesOn } from "../app/block-groups.ts";
import type { KeyedBlock } from "../app/note-blocks.ts";
import type { JudgedMention } from "../core/review.ts";
import { Line } from "./Line.tsx";

/** For the first estimate of a group's height only. */
const CHARACTERS_PER_ROW = 78;
const ROW_REM = 1.875;

export interface LineGroupProps {
  readonly blocks: readonly KeyedBlock[];
  readonly mentionsOfBlock: readonly (readonly JudgedMention[])[];
  /** The group is `blocks.slice(first, end)`. */
  readonly first: number;
  readonly end: number;
  /** -1 when it is not in this group. */
  readonly tabStop: number;
  readonly current: number;
}

/** A run of lines that the browser may leave out of layout while it is off the screen. */
export const LineGroup = memo(function LineGroup({ blocks, mentionsOfBlock, first, end, tabStop, current }: LineGroupProps) {
  const lines = blocks.slice(first, end);
  const rows = lines.reduce((sum, { text }) => sum + Math.max(1, Math.ceil(text.length / CHARACTERS_PER_ROW)), 0);
  return (
    <div data-first={first} data-end={end} style={{ containIntrinsicBlockSize: `auto ${rows * ROW_REM}rem` }}>
      {lines.map((block, i) => {
        const mentions = mentionsOfBlock[first + i] ?? [];
        const within = (start: number) => (start >= block.start && start < block.end ? start : -1);
        return (
          <Line
            key={block.id}
            id={block.id}
            text={block.text}
            start={mentions.length === 0 ? 0 : block.start}
            part={goesOn(blocks, first + i) || (i > 0 && goesOn(blocks, first + i - 1))}
            mentions={mentions}
            tabStop={within(tabStop)}
            current={within(current)}
          />
        );
      })}
    </div>
  );
}, drawsTheSame);

/** Compares what the group draws, not the whole note's arrays, which are new after each change. */
function drawsTheSame(before: LineGroupProps, after: LineGroupProps): boolean {
  const { first, end } = after;
  if (before.first !== first || before.end !== end || before.tabStop !== after.tabStop || before.current !== after.current) return false;
  for (let i = first; i < end; i++) {
    if (before.blocks[i] !== after.blocks[i] || before.mentionsOfBlock[i] !== after.mentionsOfBlock[i]) return false;
  }
  return true;
}
