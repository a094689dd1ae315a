/** A text as folded words: what is left when letter case, white space, quote marks and hyphens no longer count. */

/** Words in order. `starts` and `ends` are UTF-16 offsets into the text as given. */
export interface FoldedWords {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Stands for a blank line of a note. No quote holds it: a mention never crosses paragraphs. */
export const PARAGRAPH = "\n\n";

// A run of letters, a run of digits, or one other character; a blank line counts as a word of its own.
const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+|\r?\n[^\S\n]*\r?\n|[^\s\p{L}\p{N}]/gu;
const HYPHEN = /^[-\u2010-\u2015\u2212\u00ad]$/u;
const SINGLE_QUOTE = /^[\u2018\u2019\u201b\u00b4`]$/u;
const DOUBLE_QUOTE = /^[\u201c\u201d\u201f\u00ab\u00bb]$/u;
const SPACE = /\s/u;

function foldWord(word: string): string {
  if (HYPHEN.test(word)) return "-";
  if (SINGLE_QUOTE.test(word)) return "'";
  if (DOUBLE_QUOTE.test(word)) return '"';
  const lower = word.toLowerCase();
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize("NFC");
}

/** A hyphen inside a compound word does not count ("beta-blocker" is "beta blocker"); a dash between spaces does. */
const joinsWords = (text: string, start: number, end: number): boolean =>
  start > 0 && end < text.length && !SPACE.test(text.charAt(start - 1)) && !SPACE.test(text.charAt(end));

/** Linear in the text. */
export function foldWords(text: string): FoldedWords {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const end = match.index + found.length;
    const blank = SPACE.test(found.charAt(0));
    const word = blank ? PARAGRAPH : foldWord(found);
    if (word === "-" && joinsWords(text, match.index, end)) continue;
    words.push(word);
    starts.push(match.index);
    ends.push(end);
  }
  return { words, starts, ends };
}
