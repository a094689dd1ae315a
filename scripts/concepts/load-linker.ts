/** The built tables from disk, for the command lines. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConceptManifest } from "../../src/core/concepts/concept-manifest.ts";
import { decodeTable } from "../../src/core/concepts/decode-table.ts";
import { createConceptLinker, type ConceptLinker } from "../../src/core/concepts/link.ts";

/** `extraFiles`: tables of your own; they are asked first. @throws Failure `concepts-malformed` */
export function loadConceptLinker(dir = "public/concepts", extraFiles: readonly string[] = []): ConceptLinker {
  const manifest = parseConceptManifest(JSON.parse(readFileSync(join(dir, "concepts.json"), "utf8")));
  const files = [...extraFiles, ...manifest.tables.map(({ file }) => join(dir, file))];
  return createConceptLinker(files.map((file) => decodeTable(readFileSync(file, "utf8"))));
}
