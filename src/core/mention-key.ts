/** When two mentions are of the same thing: of one concept, or of one folded text where there is none. */

import type { Concept } from "./types.ts";

/** Two texts that fold to the same are one: case, white space, compatible characters and a closing plural s don't count. */
export function foldWords(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return plain.length > 4 ? plain.replace(/(?<=[^su])s$/, "") : plain;
}

/** "Other skin changes": what a code system puts under such a code has nothing else in common. */
const isResidual = (concept: Concept): boolean => /^other\b/i.test(concept.name);

/** Mentions of one type with the same key are of the same thing. */
export function mentionKey(words: string, concept: Concept | undefined): string {
  return concept === undefined || isResidual(concept) ? foldWords(words) : `${concept.system} ${concept.code}`;
}
