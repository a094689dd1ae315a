/** Where in a note each token stands: tokenisers of Hugging Face in JavaScript give no offsets, so they are found by alignment. */

import { foldText, type FoldedCharacter } from "./folded-text.ts";
import { tokenCharacters, type TokenCharacter } from "./token-characters.ts";
import type { TokenStyle } from "./token-style.ts";

/** UTF-16, never empty, without white space at its ends. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

/** Characters that must fit before a place counts as found again. */
const ANCHOR = 8;
/** How far is looked for it. */
const REACH = 64;

/**
 * One entry a token, undefined where it stands for no text (a sign, a space, a mark). Starts and ends never go back.
 * Where note and tokens part (an unknown token, a rule that isn't known here), the next place where they meet is
 * looked for nearby. Time is linear.
 */
export function alignTokens(text: string, tokens: readonly string[], style: TokenStyle): (TokenSpan | undefined)[] {
  const note = foldText(text);
  const said = tokenCharacters(tokens, style);
  const spans = tokens.map((): TokenSpan | undefined => undefined);
  const give = ({ start, end }: FoldedCharacter, { first, last }: TokenCharacter): void => {
    for (let i = first; i <= last; i++) spans[i] = { start: spans[i]?.start ?? start, end };
  };
  for (let [at, next] = [0, 0]; at < note.length && next < said.length; ) {
    const [heard, spoken] = [note[at], said[next]];
    if (heard === undefined || spoken === undefined) break;
    if (heard.character === spoken.character) {
      give(heard, spoken);
      at++;
      next++;
    } else if (spoken.character === undefined) {
      const behind = endOfGap(said, next);
      const until = meetingBehind(note, { from: at + behind - next, said, behind });
      const size = until - at;
      for (let i = at; i < until; i++) {
        const gap = said[next + Math.floor(((i - at) * (behind - next)) / size)];
        const character = note[i];
        if (gap !== undefined && character !== undefined) give(character, gap);
      }
      [at, next] = [until, behind];
    } else {
      const [skipNote, skipSaid] = nearestMeeting(note, said, { at, next });
      at += skipNote;
      next += skipSaid;
    }
  }
  return spans;
}

/** The first character that is known, from `next` on. */
function endOfGap(said: readonly TokenCharacter[], next: number): number {
  let behind = next;
  while (behind < said.length && said[behind]?.character === undefined) behind++;
  return behind;
}

/** Where the note goes on behind unknown tokens, from `from` on: an unknown token stands for one character at least. */
function meetingBehind(note: readonly FoldedCharacter[], { from, said, behind }: { from: number; said: readonly TokenCharacter[]; behind: number }): number {
  const last = note.length;
  if (behind === said.length) return last;
  const known = knownRun(said, behind);
  if (behind + known === said.length && last - known >= from && fits(note, last - known, said, behind)) return last - known;
  for (let at = from; at < Math.min(last, from + REACH); at++) if (fits(note, at, said, behind)) return at;
  // Nowhere near: then to the end of the word.
  let at = Math.min(from, last);
  while (at < last && note[at - 1]?.end === note[at]?.start) at++;
  return at;
}

/** How many characters of note and tokens to pass over until both go on alike: the fewest there are. */
function nearestMeeting(note: readonly FoldedCharacter[], said: readonly TokenCharacter[], { at, next }: { at: number; next: number }): readonly [number, number] {
  for (let far = 1; far <= REACH; far++) {
    if (at + far < note.length && fits(note, at + far, said, next)) return [far, 0];
    if (next + far < said.length && said[next + far]?.character !== undefined && fits(note, at, said, next + far)) return [0, far];
    if (at + far < note.length && next + far < said.length && said[next + far]?.character !== undefined && fits(note, at + far, said, next + far)) return [far, far];
  }
  return [1, 1];
}

/** Known characters from here on, ANCHOR at most. */
function knownRun(said: readonly TokenCharacter[], from: number): number {
  let length = 0;
  while (length < ANCHOR && said[from + length]?.character !== undefined) length++;
  return length;
}

/** At the note's end what is left of it is enough. */
function fits(note: readonly FoldedCharacter[], at: number, said: readonly TokenCharacter[], next: number): boolean {
  const length = knownRun(said, next);
  for (let i = 0; i < length; i++) {
    if (at + i === note.length) return i > 0;
    if (note[at + i]?.character !== said[next + i]?.character) return false;
  }
  return length > 0;
}
