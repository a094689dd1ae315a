/** Random notes of the workspace: astral characters, line ends, controls, findings, corrections of both verdicts. */

import fc from "fast-check";
import type { NoteRecord } from "../../../src/core/note-record.ts";
import { accept, reject, type Correction } from "../../../src/core/review.ts";
import { ASSERTIONS, ENTITY_TYPES, MATCH_KINDS, noteOffset, type Concept, type Mention, type Provenance } from "../../../src/core/types.ts";

const piece = fc.constantFrom("aspirin", "chest pain", "DM", "no", "=1+1", "<b>&\"'", "😀", "𝛼-blocker", "é", "e\u0301", " ", "  ", "\t", ",", ";", "\n", "\n\n", "\u2028", "\f", ".", "mg", "@x");
/** Pieces of a text; mentions are runs of them, so no end lies inside a character. */
const pieces = fc.array(piece, { maxLength: 40 });

const concept: fc.Arbitrary<Concept> = fc.record(
  {
    system: fc.constantFrom("ICD-10-CM", "UNII", "RxNorm", "SNOMED CT"),
    code: fc.constantFrom("R07.9", "R16CO5Y76E", "161", "A1+B2", "I10"),
    name: fc.constantFrom("Pain", "Chest pain, unspecified", "=cmd", "Naïve 😀"),
    match: fc.record({ how: fc.constantFrom(...MATCH_KINDS), score: fc.constantFrom(0.5, 0.96, 1) }),
  },
  { requiredKeys: ["system", "code", "name"] },
);
const provenance: fc.Arbitrary<Provenance> = fc.record({ kind: fc.constantFrom("student", "teacher", "reviewer"), name: fc.constantFrom("student-1", "gpt <x>"), version: fc.constantFrom("1", "") });

interface Span {
  readonly gap: number;
  readonly length: number;
}
const span = fc.record({ gap: fc.nat(4), length: fc.integer({ min: 1, max: 4 }) });

function mentionsAt(words: readonly string[], spans: readonly Span[], labels: readonly Omit<Mention, "start" | "end">[]): Mention[] {
  const starts = words.reduce((ends, word) => [...ends, (ends[ends.length - 1] ?? 0) + word.length], [0]);
  const mentions: Mention[] = [];
  let at = 0;
  for (const [i, { gap, length }] of spans.entries()) {
    const label = labels[i];
    const [start, end] = [starts[at + gap], starts[at + gap + length]];
    if (start === undefined || end === undefined || label === undefined) break;
    mentions.push({ start: noteOffset(start), end: noteOffset(end), ...label });
    at += gap + length;
  }
  return mentions;
}

const label: fc.Arbitrary<Omit<Mention, "start" | "end">> = fc.record(
  { type: fc.constantFrom(...ENTITY_TYPES), assertion: fc.constantFrom(...ASSERTIONS), score: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs), concept },
  { requiredKeys: ["type", "assertion", "score"] },
);
const labels = fc.array(label, { minLength: 12, maxLength: 12 });
const mentionsOfWords = (words: readonly string[]) => fc.tuple(fc.array(span, { maxLength: 12 }), labels).map(([spans, all]) => mentionsAt(words, spans, all));

/** Verdicts on some of what was found and on some spans of the reviewer's own, by the review's own rules. */
function reviewed(found: readonly Mention[], own: readonly Mention[], verdicts: readonly (boolean | null)[]): Correction[] {
  const decision = { atMs: 1_790_000_000_000, origin: "student" as const };
  let corrections: Correction[] = [];
  for (const [i, mention] of found.entries()) {
    const verdict = verdicts[i] ?? null;
    if (verdict !== null) corrections = verdict ? accept(corrections, mention, decision) : reject(corrections, mention, decision);
  }
  return own.reduce((all, mention) => accept(all, mention, { ...decision, origin: "reviewer" }), corrections);
}

export const noteRecord: fc.Arbitrary<NoteRecord> = pieces.chain((words) =>
  fc
    .record(
      {
        id: fc.uuid(),
        name: fc.constantFrom("Note 1", "Müller, Anna", "=1+1", "<script>", ""),
        addedAtMs: fc.integer({ min: 0, max: 2_000_000_000_000 }),
        date: fc.constantFrom("2026-03-31", "1999-01-01", undefined),
        found: fc.option(mentionsOfWords(words), { nil: undefined }),
        provenance,
        own: mentionsOfWords(words).map((mentions) => mentions.slice(0, 2)),
        verdicts: fc.array(fc.option(fc.boolean()), { maxLength: 12 }),
      },
    )
    .map(({ id, name, addedAtMs, date, found, provenance: by, own, verdicts }) => ({
      id,
      name,
      text: words.join(""),
      date,
      addedAtMs,
      reading: found && { mentions: found, provenance: by },
      corrections: reviewed(found ?? [], own, verdicts),
    })),
);

/** Distinct ids. */
export const noteRecords: fc.Arbitrary<NoteRecord[]> = fc.uniqueArray(noteRecord, { maxLength: 4, selector: ({ id }) => id });
