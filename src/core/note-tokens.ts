/** WordPiece tokens with break tokens and letter-case shapes: what the student reads of a note. Equal to training/chartlight/tokens.py. */

import { Int32List } from "./int32-list.ts";
import type { Manifest } from "./manifest.ts";
import type { WordPiece } from "./wordpiece.ts";

/** The word of a break token. */
export const NO_WORD = -1;

/** ids, shapes and word have one entry per token; wordStart and wordEnd (UTF-16) one per word. */
export interface NoteTokens {
  readonly ids: Int32Array;
  /** 0 lower or caseless, 1 capitalised, 2 upper, 3 mixed. */
  readonly shapes: Int32Array;
  /** Token → word, NO_WORD for a break token. */
  readonly word: Int32Array;
  readonly wordStart: Int32Array;
  readonly wordEnd: Int32Array;
}

/** A gap between two words with one line feed becomes a line-break token, with two or more a paragraph-break token. */
export function noteTokens(text: string, wordPiece: WordPiece, manifest: Pick<Manifest, "input">): NoteTokens {
  const pieces = wordPiece.tokenise(text);
  const { lineBreakTokenId, paragraphBreakTokenId } = manifest.input;
  const [ids, shapes, word] = [new Int32List(), new Int32List(), new Int32List()];
  let lineFeed = text.indexOf("\n");
  let previousWord = NO_WORD;
  for (const [i, id] of pieces.ids.entries()) {
    const start = pieces.starts[i] ?? 0;
    const ownWord = pieces.word[i] ?? 0;
    let breaks = 0;
    // A line feed is never inside a word, so all of those passed here lie between this word and the one before.
    for (; lineFeed !== -1 && lineFeed < start; lineFeed = text.indexOf("\n", lineFeed + 1)) breaks++;
    if (breaks > 0 && ownWord > 0 && ownWord !== previousWord) {
      ids.push(breaks === 1 ? lineBreakTokenId : paragraphBreakTokenId);
      shapes.push(0);
      word.push(NO_WORD);
    }
    previousWord = ownWord;
    ids.push(id);
    shapes.push(shapeOf(text, start, pieces.ends[i] ?? start));
    word.push(ownWord);
  }
  return { ids: ids.toArray(), shapes: shapes.toArray(), word: word.toArray(), wordStart: pieces.wordStart, wordEnd: pieces.wordEnd };
}

/** From the note's own characters in [start, end), which part no surrogate pair. */
function shapeOf(text: string, start: number, end: number): number {
  let cased = 0;
  let upper = 0;
  let firstIsUpper = false;
  for (let at = start; at < end; at++) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    const letterCase = caseOf(codePoint);
    if (letterCase === "none") continue;
    cased++;
    if (letterCase === "lower") continue;
    upper++;
    if (cased === 1) firstIsUpper = true;
  }
  if (upper === 0) return 0;
  if (upper === cased) return cased > 1 ? 2 : 1;
  return upper === 1 && firstIsUpper ? 1 : 3;
}

function caseOf(codePoint: number): "upper" | "lower" | "none" {
  if (codePoint < 0x80) {
    return codePoint >= 0x41 && codePoint <= 0x5a ? "upper" : codePoint >= 0x61 && codePoint <= 0x7a ? "lower" : "none";
  }
  const character = String.fromCodePoint(codePoint);
  return /\p{Uppercase}/u.test(character) ? "upper" : /\p{Lowercase}/u.test(character) ? "lower" : "none";
}
