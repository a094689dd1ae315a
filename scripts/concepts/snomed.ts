/** An official SNOMED CT release (RF2 Snapshot) as tables. SNOMED CT Release File Specifications: Concept, Description, Language refset. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fold } from "../../src/core/concepts/fold.ts";
import type { ConceptGroup, TableSource } from "../../src/core/concepts/concept-table.ts";
import type { Concept } from "../../src/core/types.ts";
import { assemble, type NameRow } from "./assemble.ts";
import { readFields } from "./release-lines.ts";

const FULLY_SPECIFIED = "900000000000003001";
const SYNONYM = "900000000000013009";
const PREFERRED = "900000000000548007";

/** The semantic tag that closes a fully specified name says what kind of thing it is. */
const GROUP_OF_TAG: Readonly<Record<string, ConceptGroup>> = {
  disorder: "problems",
  finding: "problems",
  "morphologic abnormality": "problems",
  product: "medications",
  substance: "medications",
  "medicinal product": "medications",
};

/** The newest-named file of a kind anywhere under the folder. @throws Error naming the kind, when there is none */
function findFile(dir: string, pattern: RegExp): string {
  const found = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((path) => pattern.test(path)).sort().at(-1);
  if (found === undefined) throw new Error(`no file like ${pattern.source} under the release folder`);
  return join(dir, found);
}

/** Active concepts and descriptions only; the preferred term of the language refset names the concept. One table a group that has any. */
export async function snomedTables(dir: string): Promise<TableSource[]> {
  const active = new Set<string>();
  for await (const [id = "", , isActive] of readFields(findFile(dir, /sct2_Concept_Snapshot_[^/\\]*\.txt$/), "\t")) if (isActive === "1") active.add(id);
  const preferred = new Set<string>();
  // id, effectiveTime, active, moduleId, refsetId, referencedComponentId, acceptabilityId
  for await (const fields of readFields(findFile(dir, /der2_cRefset_LanguageSnapshot-en[^/\\]*\.txt$/), "\t")) {
    if (fields[2] === "1" && fields[6] === PREFERRED) preferred.add(fields[5] ?? "");
  }

  const groups = new Map<string, ConceptGroup>();
  const concepts = new Map<string, Concept>();
  const rows: NameRow[] = [];
  // id, effectiveTime, active, moduleId, conceptId, languageCode, typeId, term, caseSignificanceId
  for await (const [id = "", , isActive, , code = "", language, type, term = ""] of readFields(findFile(dir, /sct2_Description_Snapshot-en[^/\\]*\.txt$/), "\t")) {
    if (isActive !== "1" || language !== "en" || !active.has(code)) continue;
    if (type === FULLY_SPECIFIED) {
      const [, plain = "", tag = ""] = /^(.*) \(([^()]+)\)$/.exec(term) ?? [];
      const group = GROUP_OF_TAG[tag];
      if (group === undefined) continue;
      groups.set(code, group);
      if (!concepts.has(code)) concepts.set(code, { system: "SNOMED CT", code, name: plain });
      rows.push({ name: fold(plain), code, tier: 0, rank: 1 });
    } else if (type === SYNONYM) {
      const isPreferred = preferred.has(id);
      if (isPreferred) concepts.set(code, { system: "SNOMED CT", code, name: term });
      rows.push({ name: fold(term), code, tier: isPreferred ? 0 : 1, rank: isPreferred ? 0 : 2 });
    }
  }
  return (["medications", "problems"] as const)
    .map((group) => {
      const ofGroup = new Map([...concepts].filter(([code]) => groups.get(code) === group));
      return assemble(group, ofGroup, rows);
    })
    .filter(({ names }) => names.length > 0);
}
