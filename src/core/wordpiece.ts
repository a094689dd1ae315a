/** Note text to WordPiece tokens with offsets: the uncased BERT tokeniser, equal to training/chartlight/tokens.py. */

/** All offsets are UTF-16 code units into the untouched text. */
export interface WordPieces {
  readonly ids: Int32Array;
  /** The note's own characters under each token. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Token → index of its word. */
  readonly word: Int32Array;
  /** One entry per word. */
  readonly wordStart: Int32Array;
  readonly wordEnd: Int32Array;
}

export interface WordPiece {
  /** Never throws; time linear in the text. Also binary and lone surrogates get valid offsets. */
  tokenise(text: string): WordPieces;
}

/** `vocabularyText` is a BERT vocab.txt: one piece a line, the id is the line number from 0. */
export function createWordPiece(vocabularyText: string): WordPiece {
  throw new Error(`not written yet: ${vocabularyText.length}`);
}
