/** A note's words in sentences, each below its heading: as far as a cue reaches. */

import { noteWords } from "../compare/note-words.ts";

export interface SentenceWord {
  readonly start: number;
  readonly end: number;
  /** Lower case. */
  readonly text: string;
}

export interface Sentence {
  readonly words: readonly SentenceWord[];
  /** Lower case, without its colon; undefined above the first. */
  readonly heading: string | undefined;
}

/** Lines shorter than this end a sentence; longer ones may be wrapped text. In UTF-16 units. */
const WRAPPED_FROM = 60;
const LONGEST_HEADING = 45;
/** "… daily. FHx: …" */
const INLINE_HEADING = /^(\p{L}[\p{L}/]{0,20}(?: \p{L}+){0,2}):/u;

/** In the note's order; every word in exactly one. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let words: SentenceWord[] = [];
  let heading: string | undefined;
  const close = (): void => {
    if (words.length > 0) sentences.push({ words, heading });
    words = [];
  };
  let before = 0; // end of the last word
  for (const { start, end } of noteWords(text)) {
    const lineStart = before === 0 || text.slice(before, start).includes("\n");
    if (lineStart) {
      const line = lineAt(text, start);
      if (before === 0 || endsAt(text, before, { start, line })) close();
      const named = headingOf(line);
      if (named !== undefined) heading = named;
    } else if (".?!".includes(text.charAt(before - 1)) && start > before && words.length > 1) {
      close();
      const named = INLINE_HEADING.exec(lineAt(text, start))?.[1];
      if (named !== undefined) heading = named.toLowerCase();
    }
    words.push({ start, end, text: text.slice(start, end).toLowerCase() });
    before = end;
  }
  close();
  return sentences;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}

/** A line break inside wrapped prose ends nothing. */
function endsAt(text: string, before: number, { start, line }: { readonly start: number; readonly line: string }): boolean {
  const gap = text.slice(before, start);
  const lineLength = before - (text.lastIndexOf("\n", before - 1) + 1);
  return gap.indexOf("\n") !== gap.lastIndexOf("\n") || lineLength < WRAPPED_FROM || /[.:;?!]/.test(text.charAt(before - 1)) || /^(?:[-*#•>]|\d+[.)])/.test(line) || headingOf(line) !== undefined;
}

/** "PAST MEDICAL HISTORY: …", "PMH - …", or a line of capitals. */
function headingOf(line: string): string | undefined {
  const named = /^[#*\s\d.)]*(\p{L}[\p{L} /&'()-]*?)\s*(?::|\s[-–]\s)/u.exec(line)?.[1] ?? /^(\p{Lu}[\p{Lu} /&'()-]{3,})\s*$/u.exec(line)?.[1];
  return named === undefined || named.length > LONGEST_HEADING ? undefined : named.trim().toLowerCase();
}
