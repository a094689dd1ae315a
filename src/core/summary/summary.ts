/** What many notes say together: each concept, or folded text, with where and how it is mentioned. */

import { mentionKey } from "../mention-key.ts";
import { ASSERTIONS, type Assertion, type Concept, type EntityType, type Mention } from "../types.ts";

export interface SummaryNote {
  readonly text: string;
  /** `YYYY-MM-DD`, where it is known. */
  readonly date?: string | undefined;
  /** Positions in `text`. */
  readonly mentions: readonly Mention[];
}

export interface Place {
  /** Index of the note among those summed up. */
  readonly note: number;
  readonly mention: Mention;
}

/** All that is said of one thing. */
export interface SummaryEntry {
  readonly type: EntityType;
  /** Unique within its type: src/core/mention-key.ts. */
  readonly key: string;
  readonly concept: Concept | undefined;
  /** As most of its mentions write it. */
  readonly label: string;
  /** By note, then by position; at least one. */
  readonly places: readonly Place[];
  /** Notes that mention it. */
  readonly notes: number;
  /** Mentions. */
  readonly assertions: Readonly<Record<Assertion, number>>;
}

export interface Summary {
  readonly notes: number;
  readonly mentions: number;
  /** In most notes first; then by mentions, type and label. */
  readonly entries: readonly SummaryEntry[];
}

export interface SummaryOptions {
  /** The concept of a mention's words, where the mention has none of its own. */
  readonly conceptOf?: ((words: string, type: EntityType) => Concept | undefined) | undefined;
  /** Mentions with another assertion are left out. All when undefined. */
  readonly assertions?: readonly Assertion[] | undefined;
}

interface Growing {
  readonly type: EntityType;
  readonly key: string;
  readonly concept: Concept | undefined;
  readonly places: Place[];
  readonly assertions: Record<Assertion, number>;
  readonly wordings: Wording[];
  notes: number;
  lastNote: number;
}

interface Wording {
  readonly words: string;
  readonly entry: Growing;
  mentions: number;
}

/** Linear in the mentions; words are folded and linked once each. */
export function summarise(notes: readonly SummaryNote[], { conceptOf, assertions }: SummaryOptions = {}): Summary {
  const counted = assertions && new Set(assertions);
  const byKey = new Map<string, Growing>();
  const byWords: Readonly<Record<EntityType, Map<string, Wording>>> = { medication: new Map(), disease: new Map(), symptom: new Map() };
  let mentions = 0;

  const entryOf = (words: string, type: EntityType, concept: Concept | undefined): Growing => {
    const key = mentionKey(words, concept);
    const known = byKey.get(`${type} ${key}`);
    if (known) return known;
    const entry: Growing = { type, key, concept, places: [], assertions: noAssertions(), wordings: [], notes: 0, lastNote: -1 };
    byKey.set(`${type} ${key}`, entry);
    return entry;
  };
  const wordingOf = (words: string, { type, concept }: Mention): Wording => {
    const look = concept ? `${words}\n${concept.system}\n${concept.code}` : words;
    const known = byWords[type].get(look);
    if (known) return known;
    const entry = entryOf(words, type, concept ?? conceptOf?.(words, type));
    const wording: Wording = { words, entry, mentions: 0 };
    entry.wordings.push(wording);
    byWords[type].set(look, wording);
    return wording;
  };

  notes.forEach(({ text, mentions: ofNote }, note) => {
    for (const mention of ofNote) {
      if (counted && !counted.has(mention.assertion)) continue;
      const wording = wordingOf(text.slice(mention.start, mention.end), mention);
      const { entry } = wording;
      mentions++;
      wording.mentions++;
      entry.places.push({ note, mention });
      entry.assertions[mention.assertion]++;
      if (entry.lastNote !== note) entry.notes++;
      entry.lastNote = note;
    }
  });
  const entries = [...byKey.values()].map(({ type, key, concept, places, assertions: counts, wordings, notes: inNotes }): SummaryEntry => ({
    type,
    key,
    concept,
    label: commonest(wordings),
    places,
    notes: inNotes,
    assertions: counts,
  }));
  return { notes: notes.length, mentions, entries: entries.sort(bySize) };
}

const noAssertions = (): Record<Assertion, number> => Object.fromEntries(ASSERTIONS.map((assertion) => [assertion, 0])) as Record<Assertion, number>;

/** The first of several equally common ones. On one line. */
const commonest = (wordings: readonly Wording[]): string =>
  wordings.reduce((best, wording) => (wording.mentions > best.mentions ? wording : best), { words: "", mentions: 0 }).words.replace(/\s+/g, " ");

function bySize(a: SummaryEntry, b: SummaryEntry): number {
  return b.notes - a.notes || b.places.length - a.places.length || compare(a.type, b.type) || compare(a.label, b.label) || compare(a.key, b.key);
}

// Not by locale: the order is the same on every machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Indices of the notes that mention it, ascending. */
export function notesOf(entry: SummaryEntry): number[] {
  const notes: number[] = [];
  for (const { note } of entry.places) if (notes.at(-1) !== note) notes.push(note);
  return notes;
}
