/** Several medications in one mention ("lisinopril/HCTZ", "amoxicillin-clavulanate"): one concept of all their codes. */

import { MATCH_KINDS, type Concept } from "../types.ts";
import type { ConceptLink } from "./concept-table.ts";

/** A hyphen parts only longer words: "co-codamol" and "T-DM1" are names. */
const BETWEEN = /\s*(?:[/+&,]|\b(?:and|with|plus|w)\b|(?<=\p{L}{4})-(?=\p{L}{4}))\s*/u;

/** Sorted codes joined by "+", names by " / " in the same order. One concept alone stays as it is. */
export function combineConcepts(concepts: readonly Concept[]): Concept | undefined {
  const distinct = [...new Map(concepts.map((concept) => [concept.code, concept])).values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const [first] = distinct;
  if (first === undefined || distinct.length === 1) return first;
  return { system: first.system, code: distinct.map(({ code }) => code).join("+"), name: distinct.map(({ name }) => name).join(" / ") };
}

/** Undefined unless every part has a link of its own. The weakest part gives the score and the way. */
export function linkCombination(text: string, find: (part: string) => ConceptLink | undefined): ConceptLink | undefined {
  const parts = text.split(BETWEEN).filter((part) => part !== "");
  if (parts.length < 2 || parts.length > 5) return undefined;
  const links: ConceptLink[] = [];
  for (const part of parts) {
    const link = find(part);
    if (link === undefined || link.how === "typo") return undefined;
    links.push(link);
  }
  const concept = combineConcepts(links.map((link) => link.concept));
  if (concept === undefined) return undefined;
  const weakest = Math.max(...links.map(({ how }) => MATCH_KINDS.indexOf(how)), MATCH_KINDS.indexOf("normalised"));
  return { concept, score: Math.min(...links.map(({ score }) => score)) * 0.95, how: MATCH_KINDS[weakest] ?? "normalised" };
}
