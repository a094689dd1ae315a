/** Mention texts to concepts: exact, abbreviation, normalised, combination, partial, typo; the first that holds. Precision first. */

import type { EntityType, MatchKind } from "../types.ts";
import { ABBREVIATIONS, expandWords } from "./abbreviations.ts";
import { linkCombination } from "./combination.ts";
import { conceptOfRef, groupOf, TIER_SCORES, tierScoreOfRef, type ConceptLink, type ConceptTable } from "./concept-table.ts";
import { fold } from "./fold.ts";
import { withoutForm, withoutQualifiers, withoutSalt, wordBag } from "./normalise.ts";
import { createWordIndex, type WordIndex } from "./typo.ts";

/** A rule's share of the score; the name's tier (concept-table.ts) has the other. */
export const RULE_SCORES = { exact: 1, abbreviation: 0.96, normalised: 0.95, expanded: 0.9, form: 0.92, salt: 0.85, qualifiers: 0.75, kind: 0.85, typo1: 0.75, typo2: 0.6 } as const;

export interface ConceptLinker {
  /** The same text and type give the same link, from a cache. Never throws. */
  link(text: string, type: EntityType): ConceptLink | undefined;
  readonly systems: readonly string[];
}

/** The first table with a link wins; tables of the other group are not asked. */
export function createConceptLinker(tables: readonly ConceptTable[]): ConceptLinker {
  const finders = tables.map((table) => ({ group: table.group, find: createFinder(table) }));
  const links = new Map<string, ConceptLink | undefined>();
  return {
    systems: [...new Set(tables.flatMap(({ concepts }) => concepts[0]?.system ?? []))],
    link(text, type) {
      const group = groupOf(type);
      const key = `${group} ${text}`;
      if (links.has(key)) return links.get(key);
      let link: ConceptLink | undefined;
      for (const finder of finders) if (finder.group === group) link ??= finder.find(text);
      links.set(key, link);
      return link;
    },
  };
}

const LOWEST_TIER_SCORE_TO_LOOSEN = TIER_SCORES[1];

/** Longer mentions are sentences: no concept has such a name. */
const LONGEST_MENTION = 120;

function createFinder(table: ConceptTable): (text: string) => ConceptLink | undefined {
  let index: WordIndex | undefined;

  const look = (name: string, share: number, how?: MatchKind): ConceptLink | undefined => {
    const exact = table.byName.get(name);
    const ref = exact ?? table.byBag.get(wordBag(name));
    const concept = ref === undefined ? undefined : table.concepts[conceptOfRef(ref)];
    if (ref === undefined || concept === undefined) return undefined;
    // A borrowed name may be wider or narrower than its concept: loosening it further would guess.
    if ((how === "partial" || how === "typo") && tierScoreOfRef(ref) < LOWEST_TIER_SCORE_TO_LOOSEN) return undefined;
    const looseness = exact === undefined ? RULE_SCORES.normalised : 1;
    return { concept, score: share * looseness * tierScoreOfRef(ref), how: how ?? (exact === undefined ? "normalised" : "exact") };
  };

  const lookTypo = (folded: string): ConceptLink | undefined => {
    const words = folded.split(" ");
    const unknown = words.filter((word) => !table.words.has(word));
    const [wrong] = unknown;
    if (wrong === undefined || unknown.length > 1) return undefined;
    index ??= createWordIndex(table.words);
    const found: ConceptLink[] = [];
    for (const { word, distance } of index.near(wrong)) {
      const share = distance === 1 ? RULE_SCORES.typo1 : RULE_SCORES.typo2;
      const link = look(words.map((old) => (old === wrong ? word : old)).join(" "), share, "typo");
      if (link !== undefined) found.push(link);
    }
    const [first] = found;
    return found.every((link) => link.concept.code === first?.concept.code) ? first : undefined;
  };

  const looseForms = (folded: string): readonly (readonly [name: string, share: number, how: MatchKind])[] => {
    const expanded = expandWords(folded, table.group);
    const forms: [string, number, MatchKind][] = expanded === folded ? [] : [[expanded, RULE_SCORES.expanded, "abbreviation"]];
    if (table.group === "problems") {
      const plain = withoutQualifiers(expanded);
      // "Marfan" for "Marfan syndrome": a name of five letters or more that means nothing else.
      const kinds = expanded.length < 5 ? [] : ["syndrome", "disease"].map((kind) => [`${expanded} ${kind}`, RULE_SCORES.kind, "partial"] as const);
      return [...forms, [plain, RULE_SCORES.qualifiers, "partial"], ...kinds];
    }
    const plain = withoutForm(expanded);
    return [...forms, [plain, RULE_SCORES.form, "partial"], [withoutSalt(plain), RULE_SCORES.salt, "partial"]];
  };

  const findOne = (text: string): ConceptLink | undefined => {
    const folded = fold(text);
    if (text.length > LONGEST_MENTION || !/\p{L}/u.test(folded) || folded.length < 2) return undefined;
    const written = ABBREVIATIONS[table.group].get(folded);
    const short = written === undefined ? undefined : look(written, RULE_SCORES.abbreviation, "abbreviation");
    const named = look(folded, 1);
    // Where the two differ, the list of abbreviations knows better what notes mean by it.
    const plain = short !== undefined && short.concept.code !== named?.concept.code ? short : named;
    if (plain !== undefined) return plain;
    const forms = looseForms(folded);
    for (const [name, share, how] of forms) {
      const expansion = ABBREVIATIONS[table.group].get(name);
      const link = look(expansion ?? name, share, how);
      if (name !== "" && link !== undefined) return link;
    }
    for (const name of new Set([folded, ...forms.map(([form]) => form)])) {
      const link = name === "" ? undefined : lookTypo(name);
      if (link !== undefined) return link;
    }
    return undefined;
  };

  if (table.group === "problems") return findOne;
  return (text) => findOne(text) ?? linkCombination(text, findOne);
}
