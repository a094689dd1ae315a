/** Mentions with their scores, and whether each is strictly right. */

import type { CorpusLine } from "../../src/core/jsonl.ts";
import type { Student } from "../../src/core/read-note.ts";
import { wholeNote } from "../reading/whole-note.ts";
import type { ScoredMention } from "./calibrate.ts";

export async function scoredMentions(notes: readonly CorpusLine[], student: Student, guideline: string): Promise<ScoredMention[]> {
  const scored: ScoredMention[] = [];
  for (const { text, entities } of notes) {
    const gold = new Set(entities.map(({ start, end, type }) => `${start} ${end} ${type}`));
    const { mentions } = await wholeNote(text, student, { guideline });
    for (const { start, end, type, score } of mentions) scored.push({ score, correct: gold.has(`${start} ${end} ${type}`) });
  }
  return scored;
}
