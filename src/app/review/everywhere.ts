/** Corrections that hold for a term wherever it stands in a note. Pure: a record in, its corrections out. */

import { findTerm, isTerm } from "../../core/find-term.ts";
import { mentionsOf, type NoteRecord } from "../../core/note-record.ts";
import { overlapWith } from "../../core/overlap.ts";
import { acceptAll, rejectAll, samePlace, type Correction, type Decision, type JudgedMention, type ReviewedMention } from "../../core/review.ts";
import type { EntityType, Mention } from "../../core/types.ts";

export interface Term {
  readonly words: string;
  readonly type: EntityType;
}

/** Who proposed the mention: whoever read the note where it was found there, else the one on the mention. */
export function originOf(record: NoteRecord, mention: JudgedMention): Decision["origin"] {
  const { reading } = record;
  if (reading?.mentions.some((found) => samePlace(found, mention)) === true) return reading.provenance.kind;
  return mention.origin ?? reading?.provenance.kind ?? "student";
}

/** Mentions of this type whose whole text is the term. */
export function mentionsAlike(text: string, mentions: readonly ReviewedMention[], { words, type }: Term): readonly ReviewedMention[] {
  return mentions.filter((mention) => mention.type === type && isTerm(words, text.slice(mention.start, mention.end)));
}

export function acceptAlike(record: NoteRecord, term: Term, atMs: number): readonly Correction[] {
  const open = mentionsAlike(record.text, mentionsOf(record), term).filter(({ verdict }) => verdict === undefined);
  return acceptAll(record.corrections, open, (mention) => ({ origin: originOf(record, mention), atMs }));
}

export function rejectAlike(record: NoteRecord, term: Term, atMs: number): readonly Correction[] {
  return rejectAll(record.corrections, mentionsAlike(record.text, mentionsOf(record), term), (mention) => ({ origin: originOf(record, mention), atMs }));
}

/**
 * Accepts the term at all its places: what was found exactly there as it was found; else by the reviewer's hand, in place
 * of shorter mentions. A place within a longer mention, or one that touches an accepted one, stays as it is.
 */
export function addAlike(record: NoteRecord, { words, type }: Term, atMs: number): readonly Correction[] {
  const mentions = mentionsOf(record);
  const isSettled = overlapWith(mentions.filter(({ verdict }) => verdict === "accepted"));
  const added = findTerm(record.text, words).flatMap((place): Mention[] => {
    if (isSettled(place)) return [];
    const beside = mentions.filter(({ start, end }) => start < place.end && place.start < end);
    const same = beside.find((mention) => samePlace(mention, { ...place, type }));
    if (same !== undefined) return [same];
    if (beside.some(({ start, end }) => end - start > place.end - place.start)) return [];
    return [{ ...place, type, assertion: beside[0]?.assertion ?? "present", score: 1 }];
  });
  const isFound = (mention: Mention): boolean => record.reading?.mentions.some((found) => samePlace(found, mention)) === true;
  return acceptAll(record.corrections, added, (mention) => ({ origin: isFound(mention) ? originOf(record, mention) : "reviewer", atMs }));
}
