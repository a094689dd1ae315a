/** Abbreviations of clinical notes, each with the one name it stands for. Names are folded and stand in the built tables (tests). */

import type { ConceptGroup } from "./concept-table.ts";
import { MEDICATION_ABBREVIATIONS, MEDICATION_WORDS } from "./abbreviations-medications.ts";
import { PROBLEM_ABBREVIATIONS, PROBLEM_WORDS } from "./abbreviations-problems.ts";
import { fold } from "./fold.ts";

/** Reads "HTN, HT = hypertension" lines. Throws on a key with two names: an abbreviation is listed when it means one thing, or not at all. */
function readPairs(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const line of text.trim().split("\n")) {
    const [keys, name] = line.split("=");
    if (keys === undefined || name === undefined) throw new Error(`not a pair: ${line}`);
    for (const key of keys.split(",").map(fold)) {
      if (key === "" || (pairs.get(key) ?? fold(name)) !== fold(name)) throw new Error(`abbreviation with two meanings: ${key}`);
      pairs.set(key, fold(name));
    }
  }
  return pairs;
}

export const ABBREVIATIONS: Readonly<Record<ConceptGroup, ReadonlyMap<string, string>>> = {
  medications: readPairs(MEDICATION_ABBREVIATIONS),
  problems: readPairs(PROBLEM_ABBREVIATIONS),
};

/** Short forms inside longer mentions ("metastatic lung ca"), where the words around them leave no doubt. */
const WORDS: Readonly<Record<ConceptGroup, ReadonlyMap<string, string>>> = {
  medications: readPairs(MEDICATION_WORDS),
  problems: readPairs(PROBLEM_WORDS),
};

/** Each short word of a mention of several words written out. */
export function expandWords(folded: string, group: ConceptGroup): string {
  const words = folded.split(" ");
  if (words.length === 1) return WORDS[group].get(folded) ?? folded;
  return words.map((word) => WORDS[group].get(word) ?? ABBREVIATIONS[group].get(word) ?? word).join(" ");
}
