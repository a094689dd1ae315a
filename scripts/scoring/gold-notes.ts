/** Labelled notes of corpora files. */

import { Failure } from "../../src/core/failure.ts";
import { parseCorpusLine, type CorpusLine } from "../../src/core/jsonl.ts";
import { withoutOverlap } from "../../src/core/overlap.ts";
import { ENTITY_TYPES, type EntityType } from "../../src/core/types.ts";
import { fileBytes, linesOf } from "../reading/lines.ts";

/** All notes of a `.jsonl` or `.jsonl.gz` file; of overlapping entities the longer stays. @throws Failure `line-malformed` */
export async function goldNotes(path: string): Promise<CorpusLine[]> {
  const notes: CorpusLine[] = [];
  for await (const { number, text } of linesOf(fileBytes(path))) {
    if (text === undefined) throw new Failure("line-malformed", `Line ${number} is not UTF-8.`);
    const note = parseCorpusLine(text, number);
    notes.push({ ...note, entities: withoutOverlap(note.entities) });
  }
  return notes;
}

/** The types that a corpus labels: those that it has at least one entity of. */
export function labelledTypes(notes: readonly CorpusLine[]): EntityType[] {
  return ENTITY_TYPES.filter((type) => notes.some(({ entities }) => entities.some((entity) => entity.type === type)));
}
