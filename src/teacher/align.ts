/**
 * Quotes of a teacher's reply to spans of the note. A span is always a place where the quote stands; none is invented.
 *
 * 1. Quotes that the reply holds as often as the note are tied copy by copy; the longest run of them that is in the
 *    note's order holds firm. 2. Between two firm ones the other quotes take the next free place, in the reply's order.
 * 3. What is left (out of order) takes the first free place anywhere. 4. The rest is lost.
 * So one quote out of order does not cost the others their place. Time: the note's words × the longest quote
 * (24 words at most), plus n log n of the reply.
 */

import { noteOffset, type Assertion, type EntityType, type Mention } from "../core/types.ts";
import { foldWords } from "./fold.ts";
import { longestIncreasing } from "./increasing.ts";
import { findOccurrences, type Occurrence, type QuoteOccurrences } from "./occurrences.ts";

/** A mention as a teacher says it: verbatim, without offsets. */
export interface QuotedMention {
  readonly quote: string;
  readonly type: EntityType;
  readonly assertion: Assertion;
}

/**
 * exact: the note has the quote letter by letter; repaired: up to letter case, white space, quote marks and hyphens;
 * lost: nowhere, or only where another mention already is.
 */
export type AlignStatus = "exact" | "repaired" | "lost";

export interface Alignment {
  /** In order and disjoint, UTF-16. A teacher gives no probability: the score is 1. */
  readonly mentions: readonly Mention[];
  /** One per quote, in the reply's order. */
  readonly statuses: readonly AlignStatus[];
  readonly counts: Readonly<Record<AlignStatus, number>>;
}

interface Sought {
  readonly quote: string;
  readonly found: QuoteOccurrences | undefined;
  place: Occurrence | undefined;
}

export function align(text: string, quoted: readonly QuotedMention[]): Alignment {
  const note = foldWords(text);
  const find = findOccurrences(text, note, quoted.map(({ quote }) => quote));
  const sought: Sought[] = quoted.map(({ quote }) => ({ quote, found: find(quote), place: undefined }));
  const taken = new Uint8Array(note.words.length);
  holdFirm(sought);
  fillGaps(sought, note.words.length);
  for (const { place } of sought) if (place !== undefined) taken.fill(1, place.firstWord, place.endWord);
  placeRest(sought, taken);

  const mentions: Mention[] = [];
  const counts: Record<AlignStatus, number> = { exact: 0, repaired: 0, lost: 0 };
  const statuses = sought.map(({ quote, place }, i): AlignStatus => {
    const given = quoted[i];
    if (place === undefined || given === undefined) return "lost";
    const start = noteOffset(note.starts[place.firstWord] ?? 0);
    const end = noteOffset(note.ends[place.endWord - 1] ?? 0);
    mentions.push({ start, end, type: given.type, assertion: given.assertion, score: 1 });
    return text.slice(start, end) === quote ? "exact" : "repaired";
  });
  for (const status of statuses) counts[status]++;
  mentions.sort((a, b) => a.start - b.start);
  return { mentions, statuses, counts };
}

/** Exact places where there are any, else folded ones. */
function places({ quote, found }: Sought): readonly Occurrence[] {
  if (found === undefined) return [];
  const exact = found.exact(quote);
  return exact.length > 0 ? exact : found.folded;
}

/** Step 1. */
function holdFirm(sought: readonly Sought[]): void {
  const copies = new Map<string, Sought[]>();
  for (const one of sought) {
    const same = copies.get(one.quote);
    if (same === undefined) copies.set(one.quote, [one]);
    else same.push(one);
  }
  const tied = new Map<Sought, Occurrence>();
  for (const same of copies.values()) {
    const [first] = same;
    const all = first === undefined ? [] : places(first);
    if (all.length !== same.length) continue;
    same.forEach((one, copy) => {
      const place = all[copy];
      if (place !== undefined) tied.set(one, place);
    });
  }
  const firm = sought.filter((one) => tied.has(one));
  let end = 0;
  for (const i of longestIncreasing(firm.map((one) => tied.get(one)?.firstWord ?? 0))) {
    const one = firm[i];
    const place = one === undefined ? undefined : tied.get(one);
    if (one === undefined || place === undefined || place.firstWord < end) continue;
    one.place = place;
    end = place.endWord;
  }
}

/** Step 2. */
function fillGaps(sought: readonly Sought[], words: number): void {
  const gapEnds: number[] = [];
  let next = words;
  for (const one of [...sought].reverse()) {
    gapEnds.push(next);
    next = one.place?.firstWord ?? next;
  }
  gapEnds.reverse();
  let cursor = 0;
  sought.forEach((one, i) => {
    if (one.place === undefined) {
      const place = firstFrom(places(one), cursor);
      if (place === undefined || place.endWord > (gapEnds[i] ?? 0)) return;
      one.place = place;
    }
    cursor = one.place.endWord;
  });
}

/** The first occurrence that begins at `cursor` or later; by halving. */
function firstFrom(occurrences: readonly Occurrence[], cursor: number): Occurrence | undefined {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((occurrences[middle]?.firstWord ?? 0) < cursor) low = middle + 1;
    else high = middle;
  }
  return occurrences[low];
}

/** Step 3. A place once taken stays taken, so each list is walked once. */
function placeRest(sought: readonly Sought[], taken: Uint8Array): void {
  const walked = new Map<readonly Occurrence[], number>();
  const takeFrom = (occurrences: readonly Occurrence[]): Occurrence | undefined => {
    for (let i = walked.get(occurrences) ?? 0; i < occurrences.length; i++) {
      walked.set(occurrences, i + 1);
      const place = occurrences[i];
      if (place === undefined || taken.subarray(place.firstWord, place.endWord).includes(1)) continue;
      taken.fill(1, place.firstWord, place.endWord);
      return place;
    }
    return undefined;
  };
  for (const one of sought) {
    if (one.place !== undefined || one.found === undefined) continue;
    one.place = takeFrom(one.found.exact(one.quote)) ?? takeFrom(one.found.folded);
  }
}
