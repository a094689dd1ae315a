/** How many planted identifiers the de-identification finds, and what it takes that is none. */

import { deidentify } from "../src/teacher/deidentify.ts";
import type { IdentifierKind } from "../src/teacher/deidentify-rules.ts";
import { KINDS, plant } from "./deidentify-planting.ts";

export interface KindScore {
  readonly planted: number;
  /** Every character replaced. */
  readonly found: number;
}

export interface DeidentifyScore {
  readonly kinds: Readonly<Record<IdentifierKind, KindScore>>;
  /** Replaced pieces in all, and those that touch nothing planted. The notes' own names and dates are among these. */
  readonly replaced: number;
  readonly unplanted: number;
  /** Labelled mentions of the notes as they are, and those that a replacement touches: harm to what is looked for. */
  readonly mentions: number;
  readonly mentionsTouched: number;
}

export interface ScoredText {
  readonly text: string;
  /** UTF-16. */
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
}

const meets = (a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): boolean => a.start < b.end && b.start < a.end;

export function scoreDeidentify(notes: readonly ScoredText[], { seed, perKind, unseen = false }: { readonly seed: number; readonly perKind: number; readonly unseen?: boolean }): DeidentifyScore {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, { planted: 0, found: 0 }])) as Record<IdentifierKind, { planted: number; found: number }>;
  const total = { replaced: 0, unplanted: 0, mentions: 0, mentionsTouched: 0 };
  notes.forEach(({ text, mentions }, i) => {
    const note = plant(text, { seed: seed + i, perKind, unseen });
    const { replacements } = deidentify(note.text);
    for (const { kind, start, end } of note.planted) {
      kinds[kind].planted++;
      // Two pieces side by side may cover it together ("Wexford", "OH 44321"): count the characters.
      const covered = replacements.reduce((sum, piece) => sum + Math.max(0, Math.min(piece.end, end) - Math.max(piece.start, start)), 0);
      const spaces = note.text.slice(start, end).replaceAll(/[^\s,]/g, "").length;
      if (covered >= end - start - spaces) kinds[kind].found++;
    }
    total.replaced += replacements.length;
    total.unplanted += replacements.filter((piece) => !note.planted.some((one) => meets(piece, one))).length;
    const asItIs = deidentify(text).replacements;
    total.mentions += mentions.length;
    total.mentionsTouched += mentions.filter((mention) => asItIs.some((piece) => meets(piece, mention))).length;
  });
  return { kinds, ...total };
}
