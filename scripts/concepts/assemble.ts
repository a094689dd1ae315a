/** Names of several origins into one table: each name one concept, the origin of the lowest rank first. */

import type { Concept } from "../../src/core/types.ts";
import type { ConceptGroup, ConceptName, NameTier, TableSource } from "../../src/core/concepts/concept-table.ts";

export interface NameRow {
  /** Folded. */
  readonly name: string;
  readonly code: string;
  readonly tier: NameTier;
  /** Which origin is believed first, from 0. */
  readonly rank: number;
}

const isCloser = (row: NameRow, held: NameRow): boolean =>
  row.rank !== held.rank ? row.rank < held.rank : row.tier !== held.tier ? row.tier < held.tier : row.code.length < held.code.length;

/** Of two rows of one name the lower rank wins, then the closer tier, then the shorter code, then the first. Concepts without a name go. */
export function assemble(group: ConceptGroup, byCode: ReadonlyMap<string, Concept>, rows: Iterable<NameRow>): TableSource {
  const chosen = new Map<string, NameRow>();
  for (const row of rows) {
    if (row.name === "" || !byCode.has(row.code)) continue;
    const held = chosen.get(row.name);
    if (held === undefined || isCloser(row, held)) chosen.set(row.name, row);
  }
  const used = new Set([...chosen.values()].map(({ code }) => code));
  const concepts = [...byCode.values()].filter(({ code }) => used.has(code)).sort((a, b) => (a.code < b.code ? -1 : 1));
  const index = new Map(concepts.map(({ code }, i) => [code, i]));
  const names: ConceptName[] = [...chosen.values()]
    .map(({ name, code, tier }) => ({ name, concept: index.get(code) ?? 0, tier }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { group, concepts, names };
}
