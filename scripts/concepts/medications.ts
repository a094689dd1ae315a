/** The medication table: UNII names, brands at their ingredient, combination products at all of theirs. */

import { combineConcepts } from "../../src/core/concepts/combination.ts";
import type { TableSource } from "../../src/core/concepts/concept-table.ts";
import { fold } from "../../src/core/concepts/fold.ts";
import type { Concept } from "../../src/core/types.ts";
import { assemble, type NameRow } from "./assemble.ts";
import type { SynonymLine } from "./synonyms.ts";
import { baseName, type UniiList } from "./unii.ts";

const RANKS = { synonym: 0, official: 1, brand: 2, common: 3 } as const;

/** "rocuronium", where only "rocuronium bromide" is listed: the base of a salt that has no entry itself, at its best known salt. */
function missingBases(list: UniiList, known: ReadonlyMap<string, unknown>): Map<string, string> {
  const fame = new Map<string, number>();
  for (const { unii } of list.names) fame.set(unii, (fame.get(unii) ?? 0) + 1);
  const bases = new Map<string, string>();
  for (const { unii, kind, name } of list.names) {
    const base = baseName(name);
    if (kind !== "official" || base === name || known.has(base)) continue;
    if ((fame.get(unii) ?? 0) > (fame.get(bases.get(base) ?? "") ?? 0)) bases.set(base, unii);
  }
  return bases;
}

/** `unresolved`: ingredients of the synonym list that UNII does not know. */
export function medicationTable(list: UniiList, synonyms: readonly SynonymLine[]): { table: TableSource; unresolved: string[] } {
  const concepts = new Map<string, Concept>();
  for (const [unii, name] of list.displayNames) concepts.set(unii, { system: "UNII", code: unii, name });
  const official = new Map<string, string>();
  for (const { unii, kind, name } of list.names) if (kind === "official" && !official.has(name)) official.set(name, unii);
  for (const [unii, display] of list.displayNames) if (!official.has(fold(display))) official.set(fold(display), unii);
  const baseOf = (unii: string): string => official.get(baseName(fold(list.displayNames.get(unii) ?? ""))) ?? unii;

  const byName = new Map<string, { kind: keyof typeof RANKS; codes: Set<string> }>();
  for (const { unii, kind, name } of list.names) {
    const held = byName.get(name);
    const code = kind === "brand" ? baseOf(unii) : unii;
    if (held === undefined || RANKS[kind] < RANKS[held.kind]) byName.set(name, { kind, codes: new Set([code]) });
    else if (held.kind === kind) held.codes.add(code);
  }
  const rows: NameRow[] = [];
  for (const [name, { kind, codes }] of byName) {
    // A name of several substances is a combination or a mistake: no code rather than a wrong one, unless they share a base.
    const [code] = new Set(codes.size === 1 ? codes : [...codes].map(baseOf));
    const bases = new Set([...codes].map(baseOf));
    if (code !== undefined && (codes.size === 1 || bases.size === 1)) rows.push({ name, code, tier: kind === "official" ? 0 : 1, rank: RANKS[kind] });
  }
  const bases = missingBases(list, byName);
  for (const [base, unii] of bases) rows.push({ name: base, code: unii, tier: 1, rank: RANKS.common });

  const unresolved: string[] = [];
  const find = (ingredient: string): Concept | undefined => {
    const name = fold(ingredient);
    const named = byName.get(name)?.codes;
    const code = official.get(name) ?? (named?.size === 1 ? [...named][0] : undefined) ?? bases.get(name);
    if (code === undefined) unresolved.push(ingredient);
    return code === undefined ? undefined : concepts.get(code);
  };
  for (const { target, names } of synonyms) {
    const parts = target.split(" + ").map(find);
    const whole = parts.includes(undefined) ? undefined : combineConcepts(parts.filter((part) => part !== undefined));
    if (whole === undefined) continue;
    concepts.set(whole.code, whole);
    for (const name of names) rows.push({ name: fold(name), code: whole.code, tier: 1, rank: RANKS.synonym });
  }
  return { table: assemble("medications", concepts, rows), unresolved };
}
