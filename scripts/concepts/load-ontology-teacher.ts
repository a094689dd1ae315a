/** A concept table from disk as teacher, for the command lines. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CONCEPT_GROUPS } from "../../src/core/concepts/concept-table.ts";
import { decodeTable } from "../../src/core/concepts/decode-table.ts";
import { Failure } from "../../src/core/failure.ts";
import { createOntologyTeacher } from "../../src/teacher/ontology-teacher.ts";
import { realSurroundings } from "../../src/teacher/surroundings.ts";
import type { Teacher } from "../../src/teacher/teacher.ts";

/** `name`: medications or problems for the page's own table, or the path of a table built from a licensed release. @throws Failure `file-unreadable`, `concepts-malformed` */
export function loadOntologyTeacher(name: string, dir = "public/concepts"): Teacher {
  const path = CONCEPT_GROUPS.some((group) => group === name) ? join(dir, `${name}.txt`) : name;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Failure("file-unreadable", `${path} can't be read. Write ontology:medications, ontology:problems, or ontology: with the path of a concept table.`);
  }
  const tableVersion = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return createOntologyTeacher(decodeTable(bytes.toString("utf8")), { tableVersion, nowMs: realSurroundings.nowMs });
}
