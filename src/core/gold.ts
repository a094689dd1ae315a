/** Labelled notes to score against, and which notes of the workspace they are. */

import { withLineFeeds } from "./line-ends.ts";
import type { NoteRecord } from "./note-record.ts";
import { withoutOverlap } from "./overlap.ts";
import type { LabelledSpan } from "./tally.ts";
import { ENTITY_TYPES, type EntityType } from "./types.ts";

export interface GoldNote {
  readonly id: string;
  /** With single line feeds. */
  readonly text: string;
  /** `YYYY-MM-DD`, where the file has one. */
  readonly date?: string | undefined;
  /** UTF-16, in order and disjoint. */
  readonly entities: readonly LabelledSpan[];
}

/** A file's note: line ends become single line feeds, of overlapping entities the longer stays. */
export function goldNote({ id, text, date, entities }: GoldNote): GoldNote {
  const note = withLineFeeds(text);
  const placed = entities.map((entity) => ({ ...entity, start: note.at(entity.start), end: note.at(entity.end) }));
  return { id, text: note.text, ...(date !== undefined && { date }), entities: withoutOverlap(placed) };
}

/** The types that the notes label: those that they have at least one entity of. */
export const labelledTypesOf = (notes: readonly Pick<GoldNote, "entities">[]): EntityType[] =>
  ENTITY_TYPES.filter((type) => notes.some(({ entities }) => entities.some((entity) => entity.type === type)));

export interface GoldMatch {
  readonly here: readonly { readonly gold: GoldNote; readonly noteId: string }[];
  /** In the workspace under the same name, with another text: the labels would not fit. */
  readonly otherText: readonly GoldNote[];
  readonly missing: readonly GoldNote[];
}

type Known = Pick<NoteRecord, "id" | "name" | "text">;

/** By equal text (white space at the end doesn't count), the same name or id first where several have it. A note is taken once as long as others are free. */
export function matchGold(gold: readonly GoldNote[], records: readonly Known[]): GoldMatch {
  const byText = new Map<string, Known[]>();
  for (const record of records) byText.set(record.text.trimEnd(), [...(byText.get(record.text.trimEnd()) ?? []), record]);
  const names = new Set(records.filter(({ text }) => text.trim() !== "").flatMap(({ id, name }) => [id, name]));
  const taken = new Set<string>();
  const here: { gold: GoldNote; noteId: string }[] = [];
  const otherText: GoldNote[] = [];
  const missing: GoldNote[] = [];
  for (const note of gold) {
    const same = byText.get(note.text.trimEnd()) ?? [];
    const free = same.filter(({ id }) => !taken.has(id));
    const record = free.find(({ id, name }) => id === note.id || name === note.id) ?? free[0];
    if (record) {
      taken.add(record.id);
      here.push({ gold: note, noteId: record.id });
    } else if (same[0]) here.push({ gold: note, noteId: same[0].id });
    else if (names.has(note.id)) otherText.push(note);
    else missing.push(note);
  }
  return { here, otherText, missing };
}
