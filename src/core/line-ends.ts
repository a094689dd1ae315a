/** Text from a file to a note's text: line ends become single line feeds, and offsets come along. */

export interface NoteText {
  /** With single line feeds. */
  readonly text: string;
  /** A UTF-16 offset into the text as it came to one into `text`; one between a carriage return and its line feed counts as before both. */
  readonly at: (offset: number) => number;
}

/** Linear. The text itself where it has no carriage return. */
export function withLineFeeds(text: string): NoteText {
  if (!text.includes("\r")) return { text, at: (offset) => offset };
  const pairs: number[] = []; // offsets of the line feeds that a carriage return goes before: each shortens what follows by one
  for (let at = text.indexOf("\r\n"); at !== -1; at = text.indexOf("\r\n", at + 2)) pairs.push(at + 1);
  return { text: text.replace(/\r\n?/g, "\n"), at: (offset) => offset - countUpTo(pairs, offset) };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
