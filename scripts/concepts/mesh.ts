/**
 * Synonyms from MeSH: sets of names of one disease. The package's identifiers are not used: they belong to other records
 * (it gives "Chest Pain" the identifier of "Angina Pectoris"); the names are right.
 */

import { fold } from "../../src/core/concepts/fold.ts";
import { wordBag } from "../../src/core/concepts/normalise.ts";
import { readPickle } from "./pickle.ts";

/** Heading → all its names, folded, the heading first. Names that differ in word order alone are one. */
export function readMeshSets(pickle: Buffer): string[][] {
  const root = readPickle(pickle);
  const variants = root instanceof Map ? root.get("disease_variant_to_canonical") : undefined;
  if (!(variants instanceof Map)) throw new Error("the MeSH dictionary has no variants");
  const sets = new Map<string, Map<string, string>>();
  for (const [variant, headings] of variants) {
    const heading = Array.isArray(headings) && headings.length === 1 ? headings[0] : undefined;
    if (typeof heading !== "string") continue;
    const names = sets.get(heading) ?? new Map([[wordBag(fold(heading)), fold(heading)]]);
    sets.set(heading, names);
    const bag = wordBag(fold(variant));
    if (bag !== "" && !names.has(bag)) names.set(bag, fold(variant));
  }
  return [...sets.values()].map((names) => [...names.values()]);
}

/**
 * The code that a set of names stands for: its heading's; else what at least two of its other names agree on. Undefined when they don't.
 * `find`: folded name → code.
 */
export function codeOfSet(names: readonly string[], find: (name: string) => string | undefined): string | undefined {
  const [heading = "", ...others] = names;
  const own = find(heading);
  if (own !== undefined) return own;
  const found = others.map(find).filter((code) => code !== undefined);
  const [first] = found;
  return found.length > 1 && found.every((code) => code === first) ? first : undefined;
}
