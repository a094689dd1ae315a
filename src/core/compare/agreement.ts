/** How far two or more annotations of the same notes agree. */

import { scoreNotes, type Scores } from "../metrics.ts";
import { ENTITY_TYPES, type Assertion, type EntityType } from "../types.ts";
import { createKappaTable, type Kappa } from "./kappa.ts";
import { noteWords, typeAt } from "./note-words.ts";
import { countKinds, pairMentions, type ComparedSpan, type ComparisonKind } from "./pair.ts";

/** Offsets in UTF-16. Each side in order and disjoint. */
export interface NotePair<T extends ComparedSpan = ComparedSpan> {
  readonly text: string;
  readonly left: readonly T[];
  readonly right: readonly T[];
}

export interface Agreement {
  /** Notes together. */
  readonly kinds: Readonly<Record<ComparisonKind, number>>;
  /** Left taken as gold, right as found: swapping the sides swaps precision and recall and leaves F1. Its `assertion` has the confusion, left by right. */
  readonly spans: Scores;
  /**
   * Kappa over the notes' words (note-words.ts), each of which is in a mention or in none. `all`: four categories, the
   * types and none. A type: in a mention of this type, or not. Where a mention begins and ends inside a run is not seen.
   */
  readonly words: Readonly<Record<EntityType | "all", Kappa>>;
  /** Kappa over the mentions whose span and type agree. */
  readonly assertion: Kappa;
}

export function agreementOf(notes: readonly NotePair[]): Agreement {
  const kinds = countKinds(notes.flatMap(({ left, right }) => pairMentions(left, right)));
  const spans = scoreNotes(notes.map(({ left, right }) => ({ gold: left, found: right })), ENTITY_TYPES);
  return { kinds, spans, words: wordKappas(notes), assertion: assertionKappa(notes) };
}

function wordKappas(notes: readonly NotePair[]): Agreement["words"] {
  const all = createKappaTable<EntityType | undefined>();
  const byType = ENTITY_TYPES.map((type) => ({ type, table: createKappaTable<boolean>() }));
  for (const { text, left, right } of notes) {
    const [leftAt, rightAt] = [typeAt(left), typeAt(right)];
    for (const word of noteWords(text)) {
      const [l, r] = [leftAt(word), rightAt(word)];
      all.add(l, r);
      for (const { type, table } of byType) table.add(l === type, r === type);
    }
  }
  const kappas = Object.fromEntries(byType.map(({ type, table }) => [type, table.kappa()])) as Record<EntityType, Kappa>;
  return { ...kappas, all: all.kappa() };
}

function assertionKappa(notes: readonly NotePair[]): Kappa {
  const table = createKappaTable<Assertion>();
  for (const { left, right } of notes) {
    for (const { kind, left: a, right: b } of pairMentions(left, right)) {
      if (kind === "agreed" || kind === "assertion") table.add(a.assertion, b.assertion);
    }
  }
  return table.kappa();
}

/** One note as several have annotated it: the same annotators in the same order in every note. */
export interface ManyAnnotated<T extends ComparedSpan = ComparedSpan> {
  readonly text: string;
  readonly annotations: readonly (readonly T[])[];
}

export interface PairAgreement {
  /** Indices of the annotators; left before right. */
  readonly left: number;
  readonly right: number;
  readonly agreement: Agreement;
}

/** Each two of them, once. @throws RangeError when a note has not as many annotations as the first */
export function pairwiseAgreement(notes: readonly ManyAnnotated[]): PairAgreement[] {
  const count = notes[0]?.annotations.length ?? 0;
  const uneven = notes.find(({ annotations }) => annotations.length !== count);
  if (uneven) throw new RangeError(`a note with ${uneven.annotations.length} annotations among notes with ${count}`);
  const side = (annotations: ManyAnnotated["annotations"], i: number) => annotations[i] ?? [];
  return Array.from({ length: count }, (_, left) =>
    Array.from({ length: count - left - 1 }, (__, i): PairAgreement => {
      const right = left + 1 + i;
      const pairs = notes.map(({ text, annotations }) => ({ text, left: side(annotations, left), right: side(annotations, right) }));
      return { left, right, agreement: agreementOf(pairs) };
    }),
  ).flat();
}
