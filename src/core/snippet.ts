/** A mention with the words around it, for lists. */

export interface Snippet {
  /** Begins with "…" where something was left out. */
  readonly before: string;
  readonly words: string;
  /** Ends with "…" likewise. */
  readonly after: string;
}

/** On one line. `around`: UTF-16 units on each side, cut to whole words where there is a space in reach. */
export function snippetOf(text: string, { start, end }: { readonly start: number; readonly end: number }, around = 48): Snippet {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: oneLine(from === 0 ? before.trimStart() : `…${before.replace(/^\S*\s+/, "")}`),
    words: oneLine(text.slice(start, end)),
    after: oneLine(to === text.length ? after.trimEnd() : `${after.replace(/\s+\S*$/, "")}…`),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");
