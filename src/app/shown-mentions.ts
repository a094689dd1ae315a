/** Which mentions of the note are drawn, which of them the filter shows, and in what order they are walked. */

import { withRejected, type JudgedMention } from "../core/review.ts";
import { isShown } from "./filter.ts";
import type { NoteState } from "./note-store.ts";
import type { ViewState } from "./view-store.ts";

export const WALK_ORDERS = ["note", "least-sure"] as const;
export type WalkOrder = (typeof WALK_ORDERS)[number];

/** What the note has and, where the user wants to see them, what was rejected. In order and disjoint. */
export const drawnMentions = ({ mentions, corrections }: Pick<NoteState, "mentions" | "corrections">, showRejected: boolean): readonly JudgedMention[] =>
  showRejected ? withRejected(mentions, corrections) : mentions;

/** In the note's order. */
export function shownMentions(note: NoteState, { filter, showRejected }: Pick<ViewState, "filter" | "showRejected">): readonly JudgedMention[] {
  return drawnMentions(note, showRejected).filter((mention) => isShown(mention, filter, note.text));
}

/** `mentions` are in the note's order. */
export const inWalkOrder = (mentions: readonly JudgedMention[], order: WalkOrder): readonly JudgedMention[] =>
  order === "note" ? mentions : [...mentions].sort((a, b) => a.score - b.score);

export interface ReviewProgress {
  /** Mentions with a verdict, rejected ones included. */
  readonly reviewed: number;
  readonly total: number;
  readonly rejected: number;
}

/** How far the review is. A mention that was changed counts once. */
export function reviewProgress({ mentions, corrections }: Pick<NoteState, "mentions" | "corrections">): ReviewProgress {
  const all = withRejected(mentions, corrections);
  const reviewed = all.reduce((count, { verdict }) => count + (verdict === undefined ? 0 : 1), 0);
  return { reviewed, total: all.length, rejected: all.length - mentions.length };
}
