/** Labels as the files that training/ reads (docs/formats.md, "Corpora"). */

import { toCodePointOffsets } from "../../core/offsets.ts";
import type { Mention, Provenance } from "../../core/types.ts";

export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  /** In order and disjoint. */
  readonly mentions: readonly Mention[];
  readonly provenance: Provenance;
}

/** One line a note, offsets in code points, with who made the labels. No line for a note without a name is lost: ids are made unique. */
export function corpusLines(notes: readonly LabelledNote[]): string {
  const taken = new Map<string, number>();
  return notes
    .map((note) => {
      const copies = taken.get(note.id) ?? 0;
      taken.set(note.id, copies + 1);
      return `${JSON.stringify(corpusRecord(note, copies === 0 ? note.id : `${note.id} (${copies + 1})`))}\n`;
    })
    .join("");
}

function corpusRecord({ text, mentions, provenance }: LabelledNote, id: string): object {
  const offsets = toCodePointOffsets(text, mentions.flatMap(({ start, end }) => [start, end]));
  const entities = mentions.map(({ start, end, type, assertion }, i) => ({
    start: offsets[2 * i],
    end: offsets[2 * i + 1],
    type,
    assertion,
    text: text.slice(start, end),
  }));
  return { id, text, entities, provenance };
}
