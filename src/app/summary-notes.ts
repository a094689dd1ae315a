/** Notes of the workspace, ready to be summed up. */

import type { ConceptLinker } from "../core/concepts/link.ts";
import { mentionsOf, type NoteRecord } from "../core/note-record.ts";
import type { SummaryNote, SummaryOptions } from "../core/summary/summary.ts";

export interface NamedNote extends SummaryNote {
  readonly id: string;
  readonly name: string;
}

/**
 * Notes that were read, with what they have after review. Links their words on the way, the costly part, so that
 * `conceptsBy(linker)` answers from its cache afterwards. Yields the share done.
 */
export function* summaryNotes(records: readonly NoteRecord[], linker: ConceptLinker | undefined): Generator<number, NamedNote[]> {
  const notes: NamedNote[] = [];
  for (const [i, record] of records.entries()) {
    if (record.reading === undefined && record.corrections.length === 0) continue;
    const { id, name, text, date } = record;
    const mentions = mentionsOf(record);
    for (const { start, end, type, concept } of mentions) if (concept === undefined) linker?.link(text.slice(start, end), type);
    notes.push({ id, name, text, date, mentions });
    yield (i + 1) / records.length;
  }
  return notes;
}

export const conceptsBy = (linker: ConceptLinker | undefined): SummaryOptions["conceptOf"] => linker && ((words, type) => linker.link(words, type)?.concept);
