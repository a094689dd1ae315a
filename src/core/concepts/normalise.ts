/** Looser forms of a folded name: singular words, word order, words that don't change the concept. */

import { FORM_WORDS, PROBLEM_QUALIFIERS, SALT_WORDS } from "./qualifiers.ts";

/** Never "with", "without", "no", "due": they change the concept. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(["of", "the", "in", "a", "an", "on", "at", "and", "to", "nos"]);

/** One word's singular, by its ending alone; irregular Latin plurals as far as notes use them. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (/(?:ss|us|is|ous|itis|osis)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|ches|shes|xes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The distinct singular words without empty ones, sorted. Depends neither on order nor on repetition; "" when nothing is left. */
export function wordBag(folded: string): string {
  const words = new Set<string>();
  for (const word of folded.split(" ")) if (!EMPTY_WORDS.has(word)) words.add(singular(word));
  return [...words].sort().join(" ");
}

const without = (folded: string, dropped: ReadonlySet<string>): string =>
  folded
    .split(" ")
    .filter((word) => !dropped.has(word))
    .join(" ");

/** Without side, severity, course and certainty words. May be "". */
export const withoutQualifiers = (folded: string): string => without(folded, PROBLEM_QUALIFIERS);

/** A medication's name without strength, form and route. May be "". */
export const withoutForm = (folded: string): string =>
  without(folded.replace(/\b\d+(?: \d+)? ?(?:mg|mcg|g|ml|units?|iu|meq)?\b(?! \d*[a-z]\d)/g, " ").replace(/ +/g, " ").trim(), FORM_WORDS);

/** A medication's name without its salt. May be "". */
export const withoutSalt = (folded: string): string => without(folded, SALT_WORDS);
