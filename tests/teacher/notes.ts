/** The project's own labelled notes, for tests. */

import { readFileSync } from "node:fs";
import { toUtf16Offsets } from "../../src/core/offsets.ts";
import type { Assertion, EntityType } from "../../src/core/types.ts";

export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  /** UTF-16, in order. */
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly type: EntityType; readonly assertion: Assertion }[];
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: EntityType; readonly assertion: Assertion }[];
}

export function readNotes(path: string): LabelledNote[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const { id, text, entities } = JSON.parse(line) as Line;
    const ordered = [...entities].sort((a, b) => a.start - b.start);
    const starts = toUtf16Offsets(text, ordered.map(({ start }) => start));
    const ends = toUtf16Offsets(text, ordered.map(({ end }) => end));
    return { id, text, mentions: ordered.map(({ type, assertion }, i) => ({ start: starts[i] ?? 0, end: ends[i] ?? 0, type, assertion })) };
  });
}

export const devNotes = (): LabelledNote[] => ["data/synthetic_notes.dev.jsonl", "data/shorthand_notes.dev.jsonl"].flatMap(readNotes);
