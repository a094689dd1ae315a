/** Text to the folded form in which names are stored and compared: lower case, no accents, American letters, single spaces. */

import { SPELLINGS } from "./spelling.ts";

const respell = (word: string): string => SPELLINGS.reduce((letters, [pattern, with_]) => letters.replace(pattern, with_), word);

/**
 * Only letters, digits and single spaces; "" for a text without any. `fold(fold(x)) === fold(x)`.
 * A possessive loses its s ("Parkinson's" → "parkinson"); an arrow becomes its word.
 */
export function fold(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/(?<=\p{L})['’`]s(?![\p{L}\p{N}])/gu, "")
    .replace(/['’`]/gu, "")
    .replace(/[↑⬆]/gu, " increased ")
    .replace(/[↓⬇]/gu, " decreased ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  // Most words hold none of the letters that a British spelling needs: one look saves the whole list.
  return /ae|oe|our|re|is|ulph|ulcerat|grey/.test(plain) ? respell(plain) : plain;
}
