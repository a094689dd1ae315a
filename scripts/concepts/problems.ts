/** The problem table: ICD-10-CM's own names, the project's synonyms, and MeSH's where they share a name. */

import type { TableSource } from "../../src/core/concepts/concept-table.ts";
import { fold } from "../../src/core/concepts/fold.ts";
import { wordBag } from "../../src/core/concepts/normalise.ts";
import type { Concept } from "../../src/core/types.ts";
import { assemble, type NameRow } from "./assemble.ts";
import { namesOf } from "./icd-names.ts";
import type { IcdCode } from "./icd10cm.ts";
import { codeOfSet } from "./mesh.ts";
import type { SynonymLine } from "./synonyms.ts";

const RANKS = { synonym: 0, tabular: 1, mesh: 2 } as const;

/** External causes and poisonings are not what a note calls a problem; their names would only be in the way. */
const LEFT_OUT = /^(?:[V-Y]|T3[6-9]|T4|T50)/;

/** `unknownCodes`: codes of the synonym list that this release does not have. */
export function problemTable(
  codes: readonly IcdCode[],
  { synonyms, meshSets }: { readonly synonyms: readonly SynonymLine[]; readonly meshSets: readonly (readonly string[])[] },
): { table: TableSource; unknownCodes: string[] } {
  const concepts = new Map<string, Concept>();
  const rows: NameRow[] = [];
  for (const { code, title, terms } of codes) {
    concepts.set(code, { system: "ICD-10-CM", code, name: title });
    if (LEFT_OUT.test(code)) continue;
    for (const text of [title, ...terms]) for (const name of namesOf(text, text === title)) rows.push({ ...name, code, rank: RANKS.tabular });
  }
  const unknownCodes: string[] = [];
  for (const { target, names } of synonyms) {
    if (!concepts.has(target)) unknownCodes.push(target);
    for (const name of names) rows.push({ name: fold(name), code: target, tier: 1, rank: RANKS.synonym });
  }

  const own = assemble("problems", concepts, rows);
  const byBag = new Map<string, string | undefined>();
  for (const { name, concept } of own.names) {
    const code = own.concepts[concept]?.code;
    const held = byBag.get(wordBag(name));
    if (held === undefined || (code !== undefined && code.length < held.length)) byBag.set(wordBag(name), code);
  }
  const byName = new Map(own.names.map(({ name, concept }) => [name, own.concepts[concept]?.code]));
  const find = (name: string): string | undefined => byName.get(name) ?? byBag.get(wordBag(name));
  for (const names of meshSets) {
    const code = codeOfSet(names, find);
    if (code !== undefined) for (const name of names) if (!byBag.has(wordBag(name))) rows.push({ name, code, tier: 2, rank: RANKS.mesh });
  }
  return { table: assemble("problems", concepts, rows), unknownCodes };
}
