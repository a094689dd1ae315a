/** A note and what a tokeniser says of it, made alike: tokenisers lower-case, compose, decompose, drop accents and spaces. */

/** One character of the folded text, and where it stands in the untouched one. */
export interface FoldedCharacter {
  readonly character: string;
  /** UTF-16. The marks and joiners that follow a character belong to it. */
  readonly start: number;
  readonly end: number;
}

/** What every tokeniser family may drop or put in: marks, spaces, controls, halves of pairs, the sign for a damaged character, SentencePiece's space. */
const DROPPED = /[\p{M}\p{Z}\p{C}\s\uFFFD\u2581]/gu;
/** Dropped, and part of the character before: a mark is, a space is not. */
const ATTACHED = /^[\p{M}\u200C\u200D]$/u;
const PLAIN = /^[!-@[-~]$/;

/** The characters that one code point becomes; none where tokenisers may drop it. */
export function foldCharacter(codePoint: string): string {
  if (PLAIN.test(codePoint)) return codePoint;
  // Lower-casing may compose anew; a sigma's form depends on its place in the word.
  return codePoint.normalize("NFKD").toLowerCase().normalize("NFKD").replace(DROPPED, "").replaceAll("ς", "σ");
}

/** In order. Characters that one code point became share its place. Linear. */
export function foldText(text: string): FoldedCharacter[] {
  const folded: FoldedCharacter[] = [];
  const known = new Map<string, string>();
  let at = 0;
  let ofLast = 0; // characters of the last code point that left any
  for (const codePoint of text) {
    const end = at + codePoint.length;
    let characters = known.get(codePoint);
    if (characters === undefined) known.set(codePoint, (characters = foldCharacter(codePoint)));
    if (characters !== "") {
      ofLast = 0;
      for (const character of characters) {
        folded.push({ character, start: at, end });
        ofLast++;
      }
    } else if (folded.at(-1)?.end === at && ATTACHED.test(codePoint)) {
      for (let i = folded.length - ofLast; i < folded.length; i++) {
        const { character, start } = folded[i] ?? { character: "", start: at };
        folded[i] = { character, start, end };
      }
    }
    at = end;
  }
  return folded;
}
