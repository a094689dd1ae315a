/** The pieces of a WordPiece vocabulary, ready for longest-match look-up. */

const UNKNOWN = "[UNK]";

export interface Vocabulary {
  /** Pieces that begin a word. */
  readonly first: ReadonlyMap<string, number>;
  /** Pieces that go on with a word, without their ##. */
  readonly next: ReadonlyMap<string, number>;
  readonly unknownId: number;
  /** UTF-16 units of the longest piece: no longer one need be looked up. */
  readonly longest: number;
}

/** A BERT vocab.txt: one piece a line, the id is the line number from 0. @throws RangeError without `[UNK]` */
export function readVocabulary(text: string): Vocabulary {
  const first = new Map<string, number>();
  const next = new Map<string, number>();
  let longest = 0;
  for (const [id, line] of text.split("\n").entries()) {
    const piece = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (piece === "") continue;
    first.set(piece, id);
    if (piece.startsWith("##")) next.set(piece.slice(2), id);
    longest = Math.max(longest, piece.length);
  }
  const unknownId = first.get(UNKNOWN);
  if (unknownId === undefined) throw new RangeError(`a vocabulary of ${first.size} pieces has no ${UNKNOWN}`);
  return { first, next, unknownId, longest };
}
