/** Does the quantised student read labelled notes as the float32 one does? */

import type { CorpusLine } from "../../src/core/jsonl.ts";
import { scoreNotes } from "../../src/core/metrics.ts";
import { noteTokens } from "../../src/core/note-tokens.ts";
import type { Student } from "../../src/core/read-note.ts";
import type { ScoredNote } from "../../src/core/tally.ts";
import type { Mention } from "../../src/core/types.ts";
import { wholeNote } from "../reading/whole-note.ts";
import { labelledTypes } from "../scoring/gold-notes.ts";

export interface Agreement {
  readonly words: number;
  /** Share of words with the same tag. */
  readonly equalTags: number;
  /** Strict, over all types. */
  readonly referenceF1: number;
  readonly shippedF1: number;
  /** The first differing word of the note that differs most: index of the note and of the word in it. */
  readonly worst: { readonly note: number; readonly word: number; readonly differences: number };
}

const LIMITS = { equalTags: 0.995, f1Loss: 0.003 };

export async function agreement(notes: readonly CorpusLine[], reference: Student, shipped: Student): Promise<Agreement> {
  const [referenceNotes, shippedNotes]: [ScoredNote[], ScoredNote[]] = [[], []];
  let [words, different] = [0, 0];
  let worst = { note: 0, word: 0, differences: 0 };
  for (const [note, { text, entities: gold }] of notes.entries()) {
    const [wanted, given] = [(await wholeNote(text, reference)).mentions, (await wholeNote(text, shipped)).mentions];
    referenceNotes.push({ gold, found: wanted });
    shippedNotes.push({ gold, found: given });
    const { wordStart } = noteTokens(text, shipped.wordPiece, shipped.manifest);
    const [a, b] = [wordTags(wordStart, wanted), wordTags(wordStart, given)];
    const differing = a.flatMap((tag, word) => (tag === b[word] ? [] : [word]));
    words += a.length;
    different += differing.length;
    if (differing.length > worst.differences) worst = { note, word: differing[0] ?? 0, differences: differing.length };
  }
  const f1 = (scored: readonly ScoredNote[]): number => scoreNotes(scored, labelledTypes(notes)).strict.micro.rates.f1;
  return { words, equalTags: 1 - different / Math.max(1, words), referenceF1: f1(referenceNotes), shippedF1: f1(shippedNotes), worst };
}

/** @throws RangeError naming the worst word when the students differ too much. */
export function assertAgreement(what: string, { equalTags, referenceF1, shippedF1, worst }: Agreement): void {
  if (equalTags >= LIMITS.equalTags && referenceF1 - shippedF1 <= LIMITS.f1Loss) return;
  throw new RangeError(
    `${what}: ${(100 * equalTags).toFixed(2)} % of the word tags are float32's and F1 goes from ${referenceF1.toFixed(4)} to ${shippedF1.toFixed(4)}; ` +
      `the limits are ${100 * LIMITS.equalTags} % and a loss of ${LIMITS.f1Loss}. Worst is word ${worst.word} of note ${worst.note} (${worst.differences} words differ in it)`,
  );
}

function wordTags(wordStart: Int32Array, mentions: readonly Mention[]): string[] {
  const tags: string[] = [];
  let next = 0;
  for (const [word, start] of wordStart.entries()) {
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= start) next++;
    const mention = mentions[next];
    const inside = mention !== undefined && mention.start <= start;
    const begins = inside && (word === 0 || (wordStart[word - 1] ?? 0) < mention.start);
    tags.push(inside ? `${begins ? "B" : "I"}-${mention.type}` : "O");
  }
  return tags;
}
