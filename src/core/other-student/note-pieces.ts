/** A note in pieces that a tokeniser is given one after the other: none of its algorithms must see 500 pages as one word. */

export interface NotePiece {
  /** UTF-16, in the note. */
  readonly start: number;
  readonly text: string;
}

const LONGEST = 4_000;

/** Words: runs without white space. A longer run than 1,000 units is cut. */
export function notePiecesByWord(note: string): NotePiece[] {
  return [...note.matchAll(/\S{1,1000}/gu)].map((match) => ({ start: match.index, text: match[0] }));
}

/**
 * Passages, together the whole note: cut before a white space in the second half of 4,000 units, the last line feed
 * there before the last other one; where there is none, between two characters.
 */
export function notePieces(note: string): NotePiece[] {
  const pieces: NotePiece[] = [];
  for (let start = 0; start < note.length; ) {
    const end = note.length - start <= LONGEST ? note.length : cutIn(note, start);
    pieces.push({ start, text: note.slice(start, end) });
    start = end;
  }
  return pieces;
}

function cutIn(note: string, start: number): number {
  const late = note.slice(start + LONGEST / 2, start + LONGEST);
  const line = late.lastIndexOf("\n");
  const gap = line >= 0 ? line : late.search(/\s\S*$/);
  const cut = start + (gap >= 0 ? LONGEST / 2 + gap : LONGEST);
  // Not inside a pair.
  return (note.codePointAt(cut - 1) ?? 0) > 0xffff ? cut - 1 : cut;
}

