/** A table of concepts in memory: one group of mentions, names folded, each name one concept. */

import type { Concept, EntityType, MatchKind } from "../types.ts";

export const CONCEPT_GROUPS = ["medications", "problems"] as const;
export type ConceptGroup = (typeof CONCEPT_GROUPS)[number];

/** Diseases and symptoms share a table: their codes lie in one system, and the border between them is soft. */
export function groupOf(type: EntityType): ConceptGroup {
  return type === "medication" ? "medications" : "problems";
}

/** How close a name stands to its concept; the index into `TIER_SCORES`. */
export const NAME_TIERS = ["own", "alias", "borrowed"] as const;
export type NameTier = 0 | 1 | 2;
/** own: the system's own name. alias: without "unspecified", or a synonym of ours. borrowed: from another vocabulary, by a shared name. */
export const TIER_SCORES = [1, 0.97, 0.88] as const;

export interface ConceptName {
  /** Folded (fold.ts); not empty. */
  readonly name: string;
  /** Index into the concepts. */
  readonly concept: number;
  readonly tier: NameTier;
}

export interface TableSource {
  readonly group: ConceptGroup;
  readonly concepts: readonly Concept[];
  /** Sorted by name (UTF-16 order), no name twice. */
  readonly names: readonly ConceptName[];
}

export interface ConceptTable {
  readonly group: ConceptGroup;
  readonly concepts: readonly Concept[];
  /** Folded name → concept × 4 + tier. */
  readonly byName: ReadonlyMap<string, number>;
  /** Word bag (normalise.ts) → the same, the closest tier first, then the shortest code. */
  readonly byBag: ReadonlyMap<string, number>;
  /** Every word of every name. */
  readonly words: ReadonlySet<string>;
}

export const packRef = (concept: number, tier: NameTier): number => concept * 4 + tier;
export const conceptOfRef = (ref: number): number => ref >> 2;
export const tierScoreOfRef = (ref: number): number => TIER_SCORES[(ref & 3) as NameTier];

/** A mention's concept, and how sure the rule is that led to it. */
export interface ConceptLink {
  readonly concept: Concept;
  readonly score: number;
  readonly how: MatchKind;
}
