/** What the page says about the queue. */

import { formatCount, formatNumber } from "../words.ts";
import type { Queue } from "./workspace.ts";

/** "812 of 2,000 read · 3 min left" */
export function describeQueue(queue: Queue): string {
  if (queue.phase === "idle") return "";
  const read = `${formatCount(queue.done)} of ${formatCount(queue.total)} read`;
  if (queue.phase === "paused") return `${read} · paused`;
  return queue.timeLeftMs === undefined ? read : `${read} · ${describeTimeLeft(queue.timeLeftMs)}`;
}

/** For a screen reader: what it says changes when the queue starts, pauses or ends, and four times in between. */
export function spokenQueue(queue: Queue): string {
  if (queue.phase === "idle") return "";
  const notes = formatNumber(queue.total, "note");
  if (queue.phase === "paused") return `Reading of ${notes} paused.`;
  const quarters = Math.floor((4 * queue.done) / queue.total);
  return quarters === 0 ? `Reading ${notes}.` : `${25 * quarters} % of ${notes} read.`;
}

/** Rounded up, so that it is rarely too little; minutes from 90 seconds on, hours from 90 minutes on. */
export function describeTimeLeft(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 90) return `${formatCount(seconds)} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${formatCount(minutes)} min left` : `${formatCount(Math.ceil(minutes / 60))} h left`;
}
