/** Lines of notes to lines of mentions. */

import { attachConcepts } from "../../src/core/concepts/attach.ts";
import type { ConceptLinker } from "../../src/core/concepts/link.ts";
import { Failure } from "../../src/core/failure.ts";
import { formatMentionsLine, parseNoteLine, type NoteLine, type OffsetUnit } from "../../src/core/jsonl.ts";
import type { Student } from "../../src/core/read-note.ts";
import type { Line } from "./lines.ts";
import { wholeNote } from "./whole-note.ts";

export interface AnnotateOptions {
  readonly offsetUnit: OffsetUnit;
  readonly guideline: string | undefined;
  /** Gives mentions their concepts; none when left out. */
  readonly linker?: ConceptLinker | undefined;
  /** Called after each note that was read, with its number of words. */
  readonly onNote: (words: number) => void;
  /** Called with a sentence about each line that does not keep the format; the others are read. */
  readonly onMalformed: (problem: string) => void;
}

/** One line out, with its line feed, for each line in that keeps the format, in order. One note at a time. */
export async function* annotatedLines(lines: AsyncIterable<Line>, student: Student, options: AnnotateOptions): AsyncGenerator<string> {
  for await (const line of lines) {
    const note = parsed(line, options.onMalformed);
    if (note === undefined) continue;
    const { mentions, words } = await wholeNote(note.text, student, { guideline: options.guideline });
    options.onNote(words);
    const linked = options.linker === undefined ? mentions : attachConcepts(note.text, mentions, options.linker);
    yield `${formatMentionsLine(note, linked, options.offsetUnit)}\n`;
  }
}

function parsed({ number, text }: Line, onMalformed: (problem: string) => void): NoteLine | undefined {
  if (text === undefined) {
    onMalformed(`Line ${number} is not UTF-8.`);
    return undefined;
  }
  try {
    return parseNoteLine(text, number);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    onMalformed(error.message);
    return undefined;
  }
}
