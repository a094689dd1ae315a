/** Mentions by looking words up in concept tables: the longest name from left to right. No network, no context. */

import { ABBREVIATIONS } from "./concepts/abbreviations.ts";
import { conceptOfRef, type ConceptGroup, type ConceptTable } from "./concepts/concept-table.ts";
import { fold } from "./concepts/fold.ts";
import { singular } from "./concepts/normalise.ts";
import { noteWords, type WordPlace } from "./compare/note-words.ts";
import { LEADING_WORDS, STOP_NAMES, symptomCode } from "./dictionary-words.ts";
import { noteOffset, type Concept, type EntityType, type NoteOffset } from "./types.ts";

export interface DictionaryMention {
  readonly start: NoteOffset;
  readonly end: NoteOffset;
  readonly type: EntityType;
  readonly concept: Concept;
  readonly how: "exact" | "normalised" | "abbreviation";
}

/** In order and disjoint. Never throws; time linear in the text. */
export type DictionaryLabeler = (text: string) => DictionaryMention[];

/** No name of the tables that notes use is longer. */
const LONGEST_NAME = 7;
/** A short abbreviation in small letters is a word ("as", "all", "or"). */
const SHORTEST_LOWER_CASE = 4;

/**
 * Words of one name are parted by single spaces, hyphens, slashes or apostrophes, never by a line end or a comma.
 * A name is taken as it stands in the table, with its last word in the singular, or as an abbreviation of the linker's
 * list; names that mean something else in notes (dictionary-words.ts) are left out.
 */
export function createDictionaryLabeler(table: ConceptTable): DictionaryLabeler {
  const lookUp = nameFinder(table);
  return (text) => {
    const words = [...noteWords(text)].filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
    const mentions: DictionaryMention[] = [];
    let free = 0; // end of the last mention
    for (let at = 0; at < words.length; at++) {
      for (let last = lastJoined(text, words, at); last >= at; last--) {
        const [first, end] = [words[at], words[last]];
        const hit = first && end && lookUp(text.slice(first.start, end.end));
        if (!hit) continue;
        const start = table.group === "problems" ? withLeading(text, words, { at, free }) : first.start;
        mentions.push({ start: noteOffset(start), end: noteOffset(end.end), ...hit });
        free = end.end;
        at = last;
        break;
      }
    }
    return mentions;
  };
}

/** The last word that may belong to a name which begins at this one. */
function lastJoined(text: string, words: readonly WordPlace[], at: number): number {
  let last = at;
  for (; last + 1 < words.length && last - at + 1 < LONGEST_NAME; last++) {
    if (!/^(?:[ ]|[-/'’])?$/.test(text.slice(words[last]?.end, words[last + 1]?.start))) break;
  }
  return last;
}

/** A mention's chronicity, side and site words belong to it (guideline); they stand directly before the name. */
function withLeading(text: string, words: readonly WordPlace[], { at, free }: { readonly at: number; readonly free: number }): number {
  let start = words[at]?.start ?? 0;
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i];
    if (word === undefined || word.start < free || text.slice(word.end, start) !== " " || !LEADING_WORDS.has(text.slice(word.start, word.end).toLowerCase())) break;
    start = word.start;
  }
  return start;
}

type Hit = Pick<DictionaryMention, "type" | "concept" | "how">;

function nameFinder(table: ConceptTable): (written: string) => Hit | undefined {
  const hit = (name: string, how: Hit["how"]): Hit | undefined => {
    const ref = table.byName.get(name);
    const concept = ref === undefined ? undefined : table.concepts[conceptOfRef(ref)];
    return concept && { type: typeOf(table.group, concept), concept, how };
  };
  return (written) => {
    const folded = fold(written);
    if (folded.length < 2 || !/\p{L}/u.test(folded) || STOP_NAMES[table.group].has(folded)) return undefined;
    const short = ABBREVIATIONS[table.group].get(folded);
    if (short !== undefined) return folded.length < SHORTEST_LOWER_CASE && written === written.toLowerCase() ? undefined : hit(short, "abbreviation");
    if (folded.length < SHORTEST_LOWER_CASE) return undefined;
    return hit(folded, "exact") ?? hit(lastSingular(folded), "normalised");
  };
}

function lastSingular(folded: string): string {
  const cut = folded.lastIndexOf(" ") + 1;
  return folded.slice(0, cut) + singular(folded.slice(cut));
}

const typeOf = (group: ConceptGroup, { code }: Concept): EntityType => (group === "medications" ? "medication" : symptomCode(code) ? "symptom" : "disease");
