/** Which of our types another student's label is. A guess from its name, for a person to correct. */

import { noteOffset, type EntityType, type Mention } from "../types.ts";
import type { NamedSpan } from "./label-spans.ts";

/** By label name. A name that is not in it is left out. */
export type LabelMapping = Readonly<Record<string, EntityType>>;

/** Words of a name that say it is about a mention, not the mention itself. */
const ABOUT = words("dose dosage strength form frequency freq route duration unit reaction adverse ade procedure test lab value severity history reason location course");
const TYPES: readonly (readonly [EntityType, ReadonlySet<string>])[] = [
  ["disease", words("disease diseases disorder disorders diso dis problem problems diagnosis diagnoses dx condition conditions syndrome pathology illness cancer neoplasm neoplasms mondo doid")],
  ["symptom", words("symptom symptoms sign signs sosy finding findings complaint complaints hpo phenotype")],
  ["medication", words("medication medications medicine medicines med meds drug drugs chemical chemicals chem chebi substance substances treatment treatments pharmaceutical pharmacologic")],
];

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Undefined where the name says nothing of the kind. */
export function guessType(name: string): EntityType | undefined {
  const spoken = name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
  if (spoken.some((word) => ABOUT.has(word))) return undefined;
  return TYPES.find(([, kinds]) => spoken.some((word) => kinds.has(word)))?.[0];
}

export function guessMapping(names: readonly string[]): LabelMapping {
  return Object.fromEntries(names.flatMap((name) => {
    const type = guessType(name);
    return type === undefined ? [] : [[name, type] as const];
  }));
}

/** A mention of a reader that says nothing about assertions: `assertion` is a place holder, and none of its own. */
export interface UnassertedMention extends Mention {
  readonly unasserted: true;
}

/** In order and disjoint, as the spans are. Neighbours that two labels part stay apart. */
export function mappedMentions(spans: readonly NamedSpan[], mapping: LabelMapping): UnassertedMention[] {
  return spans.flatMap(({ start, end, name, score }): UnassertedMention[] => {
    const type = Object.hasOwn(mapping, name) ? mapping[name] : undefined;
    return type === undefined ? [] : [{ start: noteOffset(start), end: noteOffset(end), type, assertion: "present", score, unasserted: true }];
  });
}

/** How often each name was found. */
export function countNames(spans: readonly NamedSpan[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of spans) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
