/** What a reading got wrong, for a terminal: counts by class and type, and the places of the first ones. */

import { ERROR_CLASSES, typeOfError, type ErrorCounts, type ScoreError } from "../../src/core/errors-by-class.ts";
import { toCodePointOffsets } from "../../src/core/offsets.ts";
import type { LabelledSpan } from "../../src/core/tally.ts";
import type { EntityType } from "../../src/core/types.ts";

export interface ErrorInNote {
  readonly id: string;
  readonly text: string;
  readonly error: ScoreError;
}

export function errorTable(counts: ErrorCounts, types: readonly EntityType[]): string {
  const head = `  ${"errors".padEnd(11)}${types.map((type) => type.padStart(12)).join("")}`;
  return [head, ...ERROR_CLASSES.map((kind) => `  ${kind.padEnd(11)}${types.map((type) => String(counts[kind][type]).padStart(12)).join("")}`)].join("\n");
}

/** Class, type, the note's id, the gold's place and the found one in code points as in the file; `withText`: their words too. */
export function errorLine({ id, text, error }: ErrorInNote, withText: boolean): string {
  const { kind, gold, found } = error;
  return [kind, typeOfError(error), id, `gold ${described(text, gold, withText)}`, `found ${described(text, found, withText)}`].join("\t");
}

function described(text: string, span: LabelledSpan | undefined, withText: boolean): string {
  if (span === undefined) return "-";
  const [start, end] = toCodePointOffsets(text, [span.start, span.end]);
  const words = withText ? ` ${JSON.stringify(text.slice(span.start, span.end))}` : "";
  return `[${start ?? 0}, ${end ?? 0}) ${span.type} ${span.assertion ?? "-"}${words}`;
}
