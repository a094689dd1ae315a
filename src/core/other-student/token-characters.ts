/** The characters that a row of tokens stands for, folded as the note is. */

import { foldCharacter } from "./folded-text.ts";
import type { TokenStyle } from "./token-style.ts";

/** A character and the tokens that hold it: several where its bytes are parted. Undefined character: some text, the vocabulary lacks it. */
export interface TokenCharacter {
  readonly character: string | undefined;
  readonly first: number;
  readonly last: number;
}

export function tokenCharacters(tokens: readonly string[], style: TokenStyle): TokenCharacter[] {
  const said: TokenCharacter[] = [];
  const bytes = createByteReader(said);
  tokens.forEach((token, i) => {
    if (token === style.unknown) {
      said.push({ character: undefined, first: i, last: i });
      return;
    }
    const fallback = style.byteFallback ? /^<0x([0-9A-F]{2})>$/.exec(token) : null;
    if (fallback !== null) bytes.take(parseInt(fallback[1] ?? "", 16), i);
    else if (style.bytes) for (const letter of token) bytes.take(BYTE_OF.get(letter), i);
    else for (const codePoint of textOf(token, style)) for (const character of foldCharacter(codePoint)) said.push({ character, first: i, last: i });
  });
  return said;
}

function textOf(token: string, { continuingPrefix, suffixes }: TokenStyle): string {
  const suffix = suffixes.find((each) => token.endsWith(each) && token.length > each.length);
  const text = suffix === undefined ? token : token.slice(0, -suffix.length);
  return continuingPrefix !== "" && text.length > continuingPrefix.length && text.startsWith(continuingPrefix) ? text.slice(continuingPrefix.length) : text;
}

/** GPT-2's alphabet: printable bytes stand for themselves, the others for the code points from 256 on, in order. */
const BYTE_OF: ReadonlyMap<string, number> = (() => {
  const isPrintable = (byte: number) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  const bytes = new Map<string, number>();
  let next = 256;
  for (let byte = 0; byte < 256; byte++) bytes.set(String.fromCodePoint(isPrintable(byte) ? byte : next++), byte);
  return bytes;
})();

/** Puts UTF-8 together over the borders of tokens; what is no UTF-8 leaves no character. */
function createByteReader(said: TokenCharacter[]): { readonly take: (byte: number | undefined, token: number) => void } {
  let value = 0;
  let missing = 0;
  let first = 0;
  return {
    take(byte, token) {
      if (byte === undefined) return;
      if (byte >= 0x80 && byte < 0xc0) {
        if (missing === 0) return;
        value = (value << 6) | (byte & 0x3f);
        missing--;
      } else {
        missing = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf8 ? 3 : 0;
        value = byte < 0x80 ? byte : byte & (0x3f >> missing);
        first = token;
      }
      if (missing > 0 || value > 0x10ffff) return;
      for (const character of foldCharacter(String.fromCodePoint(value))) said.push({ character, first, last: token });
    },
  };
}
