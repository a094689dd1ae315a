/** The lines of the command lines' files (docs/formats.md). Messages carry the line number and the field, never note text. */

import type { LabelledSpan } from "./metrics.ts";
import type { Mention } from "./types.ts";

export type OffsetUnit = "utf16" | "codepoint";

export interface NoteLine {
  readonly id: string;
  readonly text: string;
}

export interface CorpusLine extends NoteLine {
  /** In UTF-16 units (converted from the file's code points), in the file's order. Entities of type `other` are left out. */
  readonly entities: readonly LabelledSpan[];
}

/** `{"id","text"}`; other fields are ignored. @throws Failure `line-malformed` */
export function parseNoteLine(line: string, lineNumber: number): NoteLine {
  throw new Error(`not written yet: ${line.length} ${lineNumber}`);
}

/** `{"id","text","entities":[{"start","end","type","assertion"?,"text"?}]}`, offsets in code points. @throws Failure `line-malformed` */
export function parseCorpusLine(line: string, lineNumber: number): CorpusLine {
  throw new Error(`not written yet: ${line.length} ${lineNumber}`);
}

/** `{"id","offsetUnit","mentions":[{"start","end","type","assertion","score","text"}]}` without a line end. */
export function formatMentionsLine(note: NoteLine, mentions: readonly Mention[], offsetUnit: OffsetUnit): string {
  throw new Error(`not written yet: ${note.text.length} ${mentions.length} ${offsetUnit}`);
}
