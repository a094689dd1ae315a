/**
 * A reviewer's corrections, laid over what the student or a teacher found. The finding itself is never changed, so a
 * new reading of the note keeps every correction whose text still stands.
 */

import { mapMentions, type TextEdit } from "./edit.ts";
import { overlapWith, withoutOverlap } from "./overlap.ts";
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

/** A mention as it is drawn: with the verdict on it where a reviewer has looked at it. */
export interface JudgedMention extends Mention {
  readonly verdict?: Verdict;
  readonly origin?: Provenance["kind"];
}

/** A mention after review: what was rejected is none. */
export interface ReviewedMention extends JudgedMention {
  readonly verdict?: "accepted";
}

export type Place = Pick<Mention, "start" | "end" | "type">;

export const samePlace = (a: Place, b: Place): boolean => a.start === b.start && a.end === b.end && a.type === b.type;
const keyOf = ({ start, end, type }: Place): string => `${start} ${end} ${type}`;

/**
 * What the note has, in order and disjoint: the accepted corrections, and what was found beside them and not rejected.
 * `found` is in order and disjoint. One sweep.
 */
export function applyCorrections(found: readonly Mention[], corrections: readonly Correction[]): readonly ReviewedMention[] {
  if (corrections.length === 0) return found;
  const accepted = withoutOverlap(corrections.filter(({ verdict }) => verdict === "accepted"));
  const judged = new Set(corrections.map(keyOf));
  const mentions: ReviewedMention[] = [];
  let next = 0;
  for (const mention of found) {
    for (let other = accepted[next]; other !== undefined && other.start < mention.end; other = accepted[++next]) mentions.push(taken(other));
    const last = accepted[next - 1];
    if ((last === undefined || last.end <= mention.start) && !judged.has(keyOf(mention))) mentions.push(mention);
  }
  for (const other of accepted.slice(next)) mentions.push(taken(other));
  return mentions;
}

const taken = (correction: Correction): ReviewedMention => ({ ...plain(correction), verdict: "accepted", origin: correction.origin });

/** `mentions` (after review) and the rejected ones that lie beside them, in order and disjoint: all that there was to decide. */
export function withRejected(mentions: readonly ReviewedMention[], corrections: readonly Correction[]): readonly JudgedMention[] {
  const isTaken = overlapWith(mentions);
  const rejected = corrections.filter((correction) => correction.verdict === "rejected" && !isTaken(correction));
  if (rejected.length === 0) return mentions;
  const drawn = withoutOverlap(rejected).map((correction): JudgedMention => ({ ...plain(correction), verdict: "rejected", origin: correction.origin }));
  return [...mentions, ...drawn].sort(byPlace);
}

export interface Decision {
  readonly origin: Provenance["kind"];
  readonly atMs: number;
}

/** The note has these mentions (disjoint) exactly so. Verdicts on what they overlap go, except rejections of other mentions. */
export function acceptAll(corrections: readonly Correction[], mentions: readonly Mention[], decide: (mention: Mention) => Decision): Correction[] {
  const places = new Set(mentions.map(keyOf));
  const isTaken = overlapWith([...mentions].sort(byPlace));
  const others = corrections.filter((other) => !places.has(keyOf(other)) && !(other.verdict === "accepted" && isTaken(other)));
  return [...others, ...mentions.map((mention): Correction => ({ ...plain(mention), ...decide(mention), verdict: "accepted" }))].sort(byPlace);
}

/** The note has none of these mentions. One of origin `reviewer` is simply gone: nothing else would bring it back. */
export function rejectAll(corrections: readonly Correction[], mentions: readonly Mention[], decide: (mention: Mention) => Decision): Correction[] {
  const places = new Set(mentions.map(keyOf));
  const others = corrections.filter((other) => !places.has(keyOf(other)));
  const rejected = mentions.map((mention): Correction => ({ ...plain(mention), ...decide(mention), verdict: "rejected" }));
  return [...others, ...rejected.filter(({ origin }) => origin !== "reviewer")].sort(byPlace);
}

export const accept = (corrections: readonly Correction[], mention: Mention, decision: Decision): Correction[] => acceptAll(corrections, [mention], () => decision);

export const reject = (corrections: readonly Correction[], mention: Mention, decision: Decision): Correction[] => rejectAll(corrections, [mention], () => decision);

/** `mention` becomes `changed`, by hand. The old place is rejected when place or type changed; `origin` says who proposed it. */
export function change(corrections: readonly Correction[], mention: Mention, changed: Mention, { origin, atMs }: Decision): Correction[] {
  const without = samePlace(mention, changed) ? corrections : reject(corrections, mention, { origin, atMs });
  return accept(without, { ...changed, score: 1 }, { origin: "reviewer", atMs });
}

/** Takes the verdict on this mention back: what was found counts again. */
export const withdraw = (corrections: readonly Correction[], mention: Place): Correction[] => corrections.filter((other) => !samePlace(other, mention));

/** Corrections whose text an edit leaves alone, at their new place. */
export const mapCorrections = (corrections: readonly Correction[], edit: TextEdit): Correction[] => mapMentions(corrections, edit);

/** What one step of a review took away from a note's corrections and what it put there. */
export interface CorrectionChange {
  readonly taken: readonly Correction[];
  readonly put: readonly Correction[];
}

/** The same objects in both lists count as unchanged. */
export function correctionChange(before: readonly Correction[], after: readonly Correction[]): CorrectionChange {
  const [old, fresh] = [new Set(before), new Set(after)];
  return { taken: before.filter((each) => !fresh.has(each)), put: after.filter((each) => !old.has(each)) };
}

/** The corrections after the change. What is put gives way to an accepted one that it overlaps and that came from elsewhere meanwhile. */
export function applyChange(corrections: readonly Correction[], { taken: gone, put }: CorrectionChange): Correction[] {
  const leave = new Set([...gone, ...put].map(keyOf));
  const others = corrections.filter((other) => !leave.has(keyOf(other)));
  const isTaken = overlapWith(others.filter(({ verdict }) => verdict === "accepted"));
  return [...others, ...put.filter((each) => each.verdict === "rejected" || !isTaken(each))].sort(byPlace);
}

const byPlace = (a: Place, b: Place): number => a.start - b.start || a.end - b.end;

/** Without what a review adds to a mention. */
function plain({ start, end, type, assertion, score, concept }: Mention): Mention {
  return { start, end, type, assertion, score, ...(concept && { concept }) };
}
