/** A table small enough to read, made the way the builders make them. */

import type { ConceptTable, TableSource } from "../../../src/core/concepts/concept-table.ts";
import { decodeTable } from "../../../src/core/concepts/decode-table.ts";
import { encodeTable } from "../../../src/core/concepts/encode-table.ts";
import { assemble, type NameRow } from "../../../scripts/concepts/assemble.ts";

/** `names`: code → preferred name, then names of tier 0; one with "~" before it is of tier 2. */
export function smallSource(group: TableSource["group"], system: string, names: Readonly<Record<string, readonly string[]>>): TableSource {
  const concepts = new Map(Object.entries(names).map(([code, [name = ""]]) => [code, { system, code, name }]));
  const rows = Object.entries(names).flatMap(([code, all]) =>
    all.map((name): NameRow => ({ name: name.replace("~", "").toLowerCase(), code, tier: name.startsWith("~") ? 2 : 0, rank: 0 })),
  );
  return assemble(group, concepts, rows);
}

export const smallTable = (...given: Parameters<typeof smallSource>): ConceptTable => decodeTable(encodeTable(smallSource(...given)));
