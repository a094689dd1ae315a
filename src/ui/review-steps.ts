/** Steps of a review with the keyboard: what is done to a mention, and where the focus goes then. */

import { flushSync } from "react-dom";
import type { Chartlight } from "../app/chartlight.ts";
import type { NoteRange } from "../app/fresh-mentions.ts";
import type { JudgedMention } from "../core/review.ts";
import type { EntityType } from "../core/types.ts";
import { findMark, markedNote, revealMark } from "./note-dom.ts";

function goTo({ mentionActions }: Chartlight, mention: { readonly start: JudgedMention["start"] } | undefined): void {
  if (mention === undefined) {
    markedNote()?.focus({ preventScroll: true });
    return;
  }
  mentionActions.visit(mention);
  revealMark(mention.start, true);
}

/** Gives the verdict and goes on to the next mention without one; where none is left, an accepted one keeps the focus. */
export function judge(chartlight: Chartlight, mention: JudgedMention, verdict: "accept" | "reject"): void {
  const { mentionActions, reviewActions } = chartlight;
  mentionActions.visit(mention);
  const next = mentionActions.nextOpen() ?? (verdict === "accept" ? mention : mentionActions.goingOn());
  flushSync(() => reviewActions[verdict](mention));
  goTo(chartlight, next);
}

/** Changes the mention, makes it the current one and keeps it in focus, where it then is. */
export function changeHere(chartlight: Chartlight, mention: JudgedMention, change: () => void): void {
  const hadFocus = document.activeElement?.matches("mark") === true;
  chartlight.mentionActions.visit(mention);
  flushSync(change);
  const { current } = chartlight.view.getState();
  if (current !== undefined) revealMark(current, hadFocus);
}

export function goToOpen(chartlight: Chartlight): void {
  const next = chartlight.mentionActions.nextOpen() ?? chartlight.mentionActions.target();
  if (next !== undefined) goTo(chartlight, next);
}

/** Opens the card for work, with the focus on its first button, or on the assertion in force. */
export function enterCard({ mentionActions }: Chartlight, start: number, part: "verdict" | "assertion" = "verdict"): void {
  flushSync(() => mentionActions.pinCard(start));
  const first = part === "verdict" ? "button" : "[data-part='assertion'] button[aria-pressed='true']";
  document.querySelector<HTMLElement>(`[data-card] ${first}`)?.focus({ preventScroll: true });
}

/** Does what a button of the card says; where the mention is gone then, and the card with it, the keyboard is at the note. */
export function actInCard(act: () => void): void {
  flushSync(act);
  if (document.querySelector("[data-card]") === null) markedNote()?.focus({ preventScroll: true });
}

/** Closes the card that was open for work; the keyboard is at its mention again. */
export function leaveCard({ mentionActions, view }: Chartlight): void {
  const { card } = view.getState();
  flushSync(mentionActions.closeCard);
  if (card !== undefined) revealMark(card, true);
}

/** Marks the range, in whole words, as a mention of this type and goes to it. */
export function addMention(chartlight: Chartlight, range: NoteRange, type: EntityType): void {
  getSelection()?.removeAllRanges();
  const span = flushSync(() => chartlight.reviewActions.add(range, type));
  if (span !== undefined) goTo(chartlight, span);
}

/** Undoes or does again, and goes to where that changed this note. */
export function turn(chartlight: Chartlight, to: "undo" | "redo"): void {
  const { reviewActions, mentionActions, note } = chartlight;
  const step = flushSync(() => reviewActions[to]());
  const change = step?.changes.get(note.getState().id);
  const at = [...(change?.put ?? []), ...(change?.taken ?? [])].find(({ start }) => findMark(start) !== undefined);
  mentionActions.closeCard();
  if (at !== undefined) goTo(chartlight, at);
}
