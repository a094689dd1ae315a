/** A note's mentions with the concepts that the page shows beside them. */

import { attachConcepts } from "../../core/concepts/attach.ts";
import type { ConceptLinker } from "../../core/concepts/link.ts";
import type { NoteRecord } from "../../core/note-record.ts";
import type { Mention } from "../../core/types.ts";

/** A concept that is there already (from a file, a teacher) stays. Without a linker the note as it is. */
export function withConcepts(record: NoteRecord, linker: ConceptLinker | undefined): NoteRecord {
  if (linker === undefined) return record;
  const linked = <M extends Mention>(mentions: readonly M[]): M[] => mentions.map((mention) => (mention.concept ? mention : (attachConcepts(record.text, [mention], linker)[0] ?? mention)));
  return {
    ...record,
    reading: record.reading && { ...record.reading, mentions: linked(record.reading.mentions) },
    corrections: linked(record.corrections),
  };
}
