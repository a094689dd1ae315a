/** All places of a term in a note: for a correction that holds everywhere. */

import { noteOffset } from "./types.ts";
import type { WordSpan } from "./word-edges.ts";

const WORD_CHARACTER = "[\\p{L}\\p{N}\\p{M}_]";
/** "ALL" is a leukaemia and "all" is not: a term this short, all in capitals, is an abbreviation. */
const ABBREVIATION = /^[^\p{Ll}\s]{1,5}$/u;

/** Whether these words are the term: white space doesn't count, nor does case, unless the term is an abbreviation. */
export function isTerm(term: string, words: string): boolean {
  const [wanted, given] = [plain(term), plain(words)];
  return wanted === given || (!ABBREVIATION.test(wanted) && wanted.toLowerCase() === given.toLowerCase());
}

const plain = (words: string): string => words.replace(/\s+/g, " ").trim();

/**
 * Where the term stands in the text as whole words, in order and disjoint. Any white space matches any other; case
 * doesn't count, but for a term of up to five capitals. A term without a visible character is nowhere.
 */
export function findTerm(text: string, term: string): WordSpan[] {
  const words = term.trim();
  if (words === "") return [];
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("\\s+");
  const before = new RegExp(`^${WORD_CHARACTER}`, "u").test(words) ? `(?<!${WORD_CHARACTER})` : "";
  const after = new RegExp(`${WORD_CHARACTER}$`, "u").test(words) ? `(?!${WORD_CHARACTER})` : "";
  const places = text.matchAll(new RegExp(`${before}${pattern}${after}`, ABBREVIATION.test(words) ? "gu" : "giu"));
  return [...places].map((match) => ({ start: noteOffset(match.index), end: noteOffset(match.index + match[0].length) }));
}
