/**
 * What the uncased BERT tokeniser makes of one code point: BertNormalizer (clean text, CJK spacing, NFD without
 * non-spacing marks, lower case), then whether it stands alone as a word (punctuation, symbols).
 */

/** A removed character leaves no trace but counts in the offsets around it. */
export type CharacterKind = "removed" | "space" | "alone" | "part";

export interface NormalisedCharacter {
  readonly text: string;
  readonly kind: CharacterKind;
}

/**
 * Characters newer than the Unicode tables of Python's `tokenizers` 0.23: part of a word, unchanged, whatever a
 * browser's own tables say. Found by comparing every code point (scripts/check-tokens.ts); hexadecimal ranges.
 */
const UNCHANGED = ranges(
  "61d 7fd 890-8e2 9fd-9fe a76 afa-aff b55 c04-c3c c77 c84 d00 d3b-d3c d81 eba ece 180f-1886 1abf-1aeb 1b4e-1b4f " +
    "1b7d-1b7f 1df6-1dfb 20c1 2b96 2e43-2e4f 2e52-2e5d a82c a8c5 a8ff a9bd fbc3-fbd2 fd90-fdce 105c9-105e4 10d24-10d27 " +
    "10d69-10d6e 10eab-10f89 11070-11074 110c2-110cd 111cf 1123e-11241 1133b 11383-1145e 11660-1166c 116b9 1182f-1183b " +
    "11938-11f5a 11fff 12ff1-13455 1611e-1612f 16d68-16d6f 16e97-16e9a 16f4f 16fe2-16fe4 1ccfa-1ccfc 1ceba-1cf46 " +
    "1e000-1e136 1e2ae-1e2ef 1e4ec-1e6f5 1e944-1e95f 1f6d8 1f777-1f77a 1f8d0-1f8d8 1fa54-1fa57 1fa8a-1fa8e 1fac8-1facd " +
    "1faea-1faef 1fbfa",
);
/** Ideographs that BERT sets off by spaces. */
const IDEOGRAPHS = ranges("3400-4dbf 4e00-9fff f900-faff 20000-2a6df 2a700-2b81f 2b920-2ceaf 2f800-2fa1f");
/** Non-spacing marks in those tables, no longer so in newer ones; and one that became a mark. */
const REMOVED_SPACING_MARKS = ranges("1734 1171e");
const PUNCTUATION_ONCE = 0x111c9;

type Range = readonly [first: number, last: number];

function ranges(hexadecimal: string): readonly Range[] {
  return hexadecimal.split(" ").map((range) => {
    const [first = "", last = first] = range.split("-");
    return [parseInt(first, 16), parseInt(last, 16)];
  });
}

const within = (table: readonly Range[], codePoint: number): boolean => table.some(([first, last]) => codePoint >= first && codePoint <= last);

const KEPT_CONTROLS = "\t\n\r";

/** The characters that take the place of one code point, in order; none when it is removed. A lone surrogate counts as U+FFFD. */
export function normaliseCharacter(codePoint: number): readonly NormalisedCharacter[] {
  const text = String.fromCodePoint(codePoint);
  if (codePoint === 0xfffd || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return [];
  if (within(UNCHANGED, codePoint)) return [{ text, kind: "part" }];
  if (codePoint === PUNCTUATION_ONCE) return [{ text, kind: "alone" }];
  if (within(REMOVED_SPACING_MARKS, codePoint)) return [];
  if (/\p{White_Space}/u.test(text) && (KEPT_CONTROLS.includes(text) || !/\p{Cc}/u.test(text))) return [{ text: " ", kind: "space" }];
  if (/[\p{Cc}\p{Cf}\p{Co}]/u.test(text)) return [];
  const characters: NormalisedCharacter[] = [];
  for (const decomposed of text.normalize("NFD")) {
    if (/\p{Mn}/u.test(decomposed)) continue;
    // One character at a time: a Greek final sigma is not special here.
    for (const lower of decomposed.toLowerCase()) characters.push({ text: lower, kind: /[\p{P}\p{S}]/u.test(lower) ? "alone" : "part" });
  }
  if (!within(IDEOGRAPHS, codePoint)) return characters;
  const space = { text: " ", kind: "space" } as const;
  return [space, ...characters, space];
}
