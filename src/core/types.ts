/** The domain. Every position in it is a `NoteOffset`: UTF-16 code units into the untouched note text. */

export const ENTITY_TYPES = ["medication", "disease", "symptom"] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const ASSERTIONS = ["present", "absent", "possible", "hypothetical", "past", "other-person", "allergy"] as const;
export type Assertion = (typeof ASSERTIONS)[number];

declare const noteOffsetBrand: unique symbol;
/** UTF-16 code units from the start of a note. Branded, so that a token or word index can't be passed for one. */
export type NoteOffset = number & { readonly [noteOffsetBrand]: true };

/** The one way to make a NoteOffset. Throws a RangeError with the number unless it is a whole number ≥ 0. */
export function noteOffset(value: number): NoteOffset {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`not a note offset: ${value}`);
  return value as NoteOffset;
}

/** A typed piece of a note, `text.slice(start, end)`; never empty. Mentions of one annotation are in order and disjoint. */
export interface Mention {
  readonly start: NoteOffset;
  readonly end: NoteOffset;
  readonly type: EntityType;
  readonly assertion: Assertion;
  /** Calibrated probability, 0 to 1, that the span and type are exactly right. */
  readonly score: number;
  readonly concept?: Concept;
}

/** An entry of an ontology. */
export interface Concept {
  readonly system: string;
  /** Several ingredients of one medication: their codes, sorted and joined by "+". */
  readonly code: string;
  readonly name: string;
  /** How a mention came to it; undefined for a concept by itself. */
  readonly match?: ConceptMatch;
}

export const MATCH_KINDS = ["exact", "normalised", "abbreviation", "partial", "typo"] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface ConceptMatch {
  readonly how: MatchKind;
  /** 0 to 1, by rule and not a probability: 1 is the system's own name, letter by letter. */
  readonly score: number;
}

/** Who made an annotation: the student, a teacher or a person, by name and version. */
export interface Provenance {
  readonly kind: "student" | "teacher" | "reviewer";
  readonly name: string;
  readonly version: string;
}

/** All mentions of one note. Student and teacher both end here. */
export interface Annotation {
  readonly noteId: string;
  /** SHA-256 of the note's UTF-8 bytes, hex: says which text the offsets belong to. */
  readonly textHash: string;
  readonly mentions: readonly Mention[];
  readonly provenance: Provenance;
}
