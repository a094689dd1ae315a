/**
 * Optional de-identification before a note is sent: identifiers become placeholders of their kind ("[NAME-1]"), and
 * mentions found in the result are mapped back to the note.
 *
 * What it can't do: it is a set of patterns, measured on planted identifiers only (`scripts/score-deidentify.ts`), and
 * reaches no guarantee under HIPAA or GDPR. Missed are bare surnames never seen with a title, label or given name,
 * nicknames, names in lower case, written-out dates ("the first of May"), relative dates, places without a cue,
 * employers, unusual number formats, and anything that identifies by its story (a rare disease, an event in the
 * news). Years stay. Whoever may not send identifiers must read the result before it goes.
 */

import { noteOffset, type Mention } from "../core/types.ts";
import { GIVEN_NAMES, IDENTIFIER_RULES, KEPT_WORDS, NOT_NAMES, type IdentifierKind } from "./deidentify-rules.ts";

export interface Replacement {
  readonly kind: IdentifierKind;
  /** In the note, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** In the de-identified text, UTF-16. */
  readonly placedStart: number;
  readonly placedEnd: number;
}

export interface Deidentified {
  readonly text: string;
  /** In order and disjoint. */
  readonly replacements: readonly Replacement[];
  /**
   * Mentions of the de-identified text, at their place in the note. A mention that holds a whole placeholder holds the
   * whole identifier; one that ends inside a placeholder has no place in the note and is left out.
   */
  readonly restore: (mentions: readonly Mention[]) => Mention[];
}

interface Found {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
}

/** Equal identifiers of a kind get the same number. Time: the note's length for each rule. */
export function deidentify(note: string): Deidentified {
  const found = withoutOverlap(findIdentifiers(note));
  const numbers = new Map<string, number>();
  const counts = new Map<IdentifierKind, number>();
  const replacements: Replacement[] = [];
  let text = "";
  let end = 0;
  for (const { kind, start, end: until } of found) {
    const key = `${kind} ${note.slice(start, until).toLowerCase()}`;
    const number = numbers.get(key) ?? (counts.get(kind) ?? 0) + 1;
    if (!numbers.has(key)) counts.set(kind, number);
    numbers.set(key, number);
    text += note.slice(end, start);
    const placeholder = `[${kind}-${number}]`;
    replacements.push({ kind, start, end: until, placedStart: text.length, placedEnd: text.length + placeholder.length });
    text += placeholder;
    end = until;
  }
  text += note.slice(end);
  return { text, replacements, restore: (mentions) => restore(mentions, replacements) };
}

function findIdentifiers(note: string): Found[] {
  const found: Found[] = [];
  for (const { kind, pattern } of IDENTIFIER_RULES) {
    for (const match of note.matchAll(pattern)) {
      const id = match.groups?.id;
      const inner = id === undefined ? 0 : match[0].lastIndexOf(id);
      const start = match.index + inner;
      const span = { kind, start, end: start + (id ?? match[0]).length };
      if (kind === "NAME") found.push(...nameWithin(note, span));
      else found.push(span);
    }
  }
  found.push(...byGivenName(note));
  found.push(...repeatedNames(note, found));
  return found;
}

/** The words of a match that can be a name, up to the first that can't. */
function nameWithin(note: string, { start, end }: Found): Found[] {
  const text = note.slice(start, end);
  let length = 0;
  for (const word of text.matchAll(/[^\s,]+/gu)) {
    const initial = /^\p{Lu}\.?$/u.test(word[0]);
    if (!initial && NOT_NAMES.has(word[0].replace(/[.:]$/, ""))) break;
    length = word.index + word[0].length;
  }
  // "mother Crohn's" is no mother of that name.
  return length < 2 || KEPT_WORDS.has(text.slice(0, length)) ? [] : [{ kind: "NAME", start, end: start + length }];
}

/** "Maria Lopez": a given name of the list, with a middle initial and capitalised words after it. */
function byGivenName(note: string): Found[] {
  const pattern = /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}+)((?:[ \t]+\p{Lu}\.?)?(?:[ \t]+(?:O['’]|Mc|Mac)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)?)(?!\p{L})/gu;
  return Array.from(note.matchAll(pattern)).flatMap((match): Found[] => {
    const [whole, given = "", rest = ""] = match;
    if (!GIVEN_NAMES.has(given) || /^['’]s\s/.test(note.slice(match.index + given.length, match.index + given.length + 3))) return [];
    const surname = rest.trim().split(/\s+/).at(-1) ?? "";
    const end = NOT_NAMES.has(surname) ? given.length : whole.length;
    return [{ kind: "NAME", start: match.index, end: match.index + end }];
  });
}

/** The parts of names already found, where they stand alone. */
function repeatedNames(note: string, found: readonly Found[]): Found[] {
  const parts = new Set<string>();
  for (const { kind, start, end } of found) {
    if (kind !== "NAME") continue;
    for (const part of note.slice(start, end).match(/[\p{L}'’-]{3,}/gu) ?? []) {
      const proper = part.charAt(0) + part.slice(1).toLowerCase();
      if (/^\p{Lu}/u.test(part) && !KEPT_WORDS.has(proper) && !NOT_NAMES.has(proper)) parts.add(part);
    }
  }
  if (parts.size === 0) return [];
  return Array.from(note.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]*\p{L}(?![\p{L}\p{N}])/gu)).flatMap((match): Found[] => {
    const name = match[0].replace(/['’]s$/, "");
    return parts.has(name) ? [{ kind: "NAME", start: match.index, end: match.index + name.length }] : [];
  });
}

/** The longer of two that overlap, then the one of the earlier rule. In order. */
function withoutOverlap(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const span of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= span.start) kept.push(span);
    // What sticks out of the kept one is an identifier too: the two become one.
    else if (span.end > last.end) kept[kept.length - 1] = { ...last, end: span.end };
  }
  return kept;
}

function restore(mentions: readonly Mention[], replacements: readonly Replacement[]): Mention[] {
  return mentions.flatMap((mention): Mention[] => {
    const start = placeInNote(mention.start, replacements);
    const end = placeInNote(mention.end, replacements);
    return start === undefined || end === undefined || start >= end ? [] : [{ ...mention, start: noteOffset(start), end: noteOffset(end) }];
  });
}

/** Undefined inside a placeholder. */
function placeInNote(offset: number, replacements: readonly Replacement[]): number | undefined {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((replacements[middle]?.placedEnd ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const next = replacements[low];
  if (next !== undefined && next.placedStart < offset) return undefined;
  const before = replacements[low - 1];
  return before === undefined ? offset : offset - before.placedEnd + before.end;
}
