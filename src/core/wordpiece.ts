/** Note text to WordPiece tokens with offsets: the uncased BERT tokeniser, equal to training/chartlight/tokens.py. */

import { normaliseCharacter, type NormalisedCharacter } from "./characters.ts";
import { Int32List } from "./int32-list.ts";
import { readVocabulary, type Vocabulary } from "./vocabulary.ts";

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

/** In normalised code points. A longer word is one unknown token. */
const LONGEST_WORD = 100;

/** `vocabularyText` is a BERT vocab.txt: one piece a line, the id is the line number from 0. @throws RangeError without `[UNK]` */
export function createWordPiece(vocabularyText: string): WordPiece {
  const vocabulary = readVocabulary(vocabularyText);
  const characters = new Map<number, readonly NormalisedCharacter[]>();
  const normalised = (codePoint: number): readonly NormalisedCharacter[] => {
    let entry = characters.get(codePoint);
    if (entry === undefined) characters.set(codePoint, (entry = normaliseCharacter(codePoint)));
    return entry;
  };
  return {
    tokenise(text) {
      const sink = createSink(vocabulary);
      for (let at = 0; at < text.length; ) {
        const codePoint = text.codePointAt(at) ?? 0;
        const end = at + (codePoint > 0xffff ? 2 : 1);
        for (const character of normalised(codePoint)) {
          if (character.kind !== "part") sink.endWord();
          if (character.kind !== "space") sink.add(character.text, at, end);
          if (character.kind === "alone") sink.endWord();
        }
        at = end;
      }
      sink.endWord();
      return sink.pieces();
    },
  };
}

interface Sink {
  /** One normalised character of the word under way and the note's characters it stands for. */
  add(character: string, start: number, end: number): void;
  /** Nothing happens when no word is under way. */
  endWord(): void;
  pieces(): WordPieces;
}

function createSink({ first, next, unknownId, longest }: Vocabulary): Sink {
  const [ids, starts, ends, word, wordStart, wordEnd] = [0, 0, 0, 0, 0, 0].map(() => new Int32List()) as SixLists;
  // The word under way: its normalised text and, per unit of that, the note's characters. Long words stop growing it.
  let letters = "";
  let length = 0;
  const from = new Int32Array(2 * LONGEST_WORD);
  const to = new Int32Array(2 * LONGEST_WORD);
  let wordFrom = 0;
  let wordTo = 0;

  const push = (id: number, start: number, end: number): void => {
    ids.push(id);
    starts.push(start);
    ends.push(end);
    word.push(wordStart.length);
  };

  /** Longest match first. False, and nothing pushed, when the word has a part that is in no piece. */
  const pushPieces = (): boolean => {
    const before = ids.length;
    for (let at = 0, pieces = first; at < letters.length; pieces = next) {
      let end = Math.min(letters.length, at + longest);
      let id = pieces.get(letters.slice(at, end));
      while (id === undefined && --end > at) id = pieces.get(letters.slice(at, end));
      if (id === undefined) {
        for (const list of [ids, starts, ends, word]) list.length = before;
        return false;
      }
      push(id, from[at] ?? 0, to[end - 1] ?? 0);
      at = end;
    }
    return true;
  };

  return {
    add(character, start, end) {
      if (length === 0) wordFrom = start;
      wordTo = end;
      if (++length > LONGEST_WORD) return;
      for (let unit = 0; unit < character.length; unit++) {
        from[letters.length + unit] = start;
        to[letters.length + unit] = end;
      }
      letters += character;
    },
    endWord() {
      if (length === 0) return;
      if (length > LONGEST_WORD || !pushPieces()) push(unknownId, wordFrom, wordTo);
      wordStart.push(wordFrom);
      wordEnd.push(wordTo);
      letters = "";
      length = 0;
    },
    pieces: () => ({
      ids: ids.toArray(),
      starts: starts.toArray(),
      ends: ends.toArray(),
      word: word.toArray(),
      wordStart: wordStart.toArray(),
      wordEnd: wordEnd.toArray(),
    }),
  };
}

type SixLists = [Int32List, Int32List, Int32List, Int32List, Int32List, Int32List];
