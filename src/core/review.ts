/**
 * A reviewer's corrections, laid over what the student or a teacher found. The finding itself is never changed, so a
 * new reading of the note keeps every correction whose text still stands.
 */

import { mapMentions, type TextEdit } from "./edit.ts";
import { withoutOverlap } from "./overlap.ts";
import type { Mention, Provenance } from "./types.ts";

export const VERDICTS = ["accepted", "rejected"] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * A verdict on one mention. `accepted`: the note has it exactly so, whatever else was found there. `rejected`: a mention
 * of these ends and this type is none. Accepted ones of a note are disjoint.
 */
export interface Correction extends Mention {
  readonly verdict: Verdict;
  /** Who proposed the mention: `reviewer` when it was added or changed by hand. */
  readonly origin: Provenance["kind"];
  /** Milliseconds since the epoch. */
  readonly atMs: number;
}

/** A mention after review: `verdict` and `origin` are there where a reviewer has looked at it. */
export interface ReviewedMention extends Mention {
  readonly verdict?: "accepted";
  readonly origin?: Provenance["kind"];
}

type Place = Pick<Mention, "start" | "end" | "type">;

export const samePlace = (a: Place, b: Place): boolean => a.start === b.start && a.end === b.end && a.type === b.type;
const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

/** What the note has, in order and disjoint: the accepted corrections, and what was found beside them and not rejected. */
export function applyCorrections(found: readonly Mention[], corrections: readonly Correction[]): readonly ReviewedMention[] {
  if (corrections.length === 0) return found;
  const accepted = corrections.filter(({ verdict }) => verdict === "accepted");
  const standing = found.filter((mention) => !accepted.some((other) => overlaps(mention, other)) && !corrections.some((other) => samePlace(mention, other)));
  const taken = accepted.map((correction): ReviewedMention => ({ ...plain(correction), verdict: "accepted", origin: correction.origin }));
  return withoutOverlap([...taken, ...standing]);
}

export interface Decision {
  readonly origin: Provenance["kind"];
  readonly atMs: number;
}

/** The note has this mention exactly so. Verdicts on what it overlaps go, except rejections of other mentions. */
export function accept(corrections: readonly Correction[], mention: Mention, decision: Decision): Correction[] {
  const others = corrections.filter((other) => !samePlace(other, mention) && !(other.verdict === "accepted" && overlaps(other, mention)));
  return inOrder([...others, { ...plain(mention), ...decision, verdict: "accepted" }]);
}

/** The note has no such mention. One that a reviewer added is simply gone. */
export function reject(corrections: readonly Correction[], mention: Mention, decision: Decision): Correction[] {
  const others = corrections.filter((other) => !samePlace(other, mention));
  if (decision.origin === "reviewer") return others;
  return inOrder([...others, { ...plain(mention), ...decision, verdict: "rejected" }]);
}

/** `mention` becomes `changed`, by hand. What was found at the old place is rejected when the place or type changed. */
export function change(corrections: readonly Correction[], mention: ReviewedMention, changed: Mention, { origin, atMs }: Decision): Correction[] {
  const without = samePlace(mention, changed) ? corrections : reject(corrections, mention, { origin, atMs });
  return accept(without, { ...changed, score: 1 }, { origin: "reviewer", atMs });
}

/** Takes the verdict on this mention back: what was found counts again. */
export const withdraw = (corrections: readonly Correction[], mention: Place): Correction[] => corrections.filter((other) => !samePlace(other, mention));

/** Corrections whose text an edit leaves alone, at their new place. */
export const mapCorrections = (corrections: readonly Correction[], edit: TextEdit): Correction[] => mapMentions(corrections, edit);

const inOrder = (corrections: readonly Correction[]): Correction[] => [...corrections].sort((a, b) => a.start - b.start || a.end - b.end);

/** Without what a review adds to a mention. */
function plain({ start, end, type, assertion, score, concept }: Mention): Mention {
  return { start, end, type, assertion, score, ...(concept && { concept }) };
}
