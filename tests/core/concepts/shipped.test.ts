/** The tables in public/concepts: whole, small, and in step with the lists in the source. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { expect, test } from "vitest";
import { ABBREVIATIONS } from "../../../src/core/concepts/abbreviations.ts";
import { parseConceptManifest } from "../../../src/core/concepts/concept-manifest.ts";
import { decodeTable } from "../../../src/core/concepts/decode-table.ts";
import { createConceptLinker } from "../../../src/core/concepts/link.ts";
import { wordBag } from "../../../src/core/concepts/normalise.ts";
import type { EntityType } from "../../../src/core/types.ts";

const DIR = "public/concepts";
const BUDGET_BYTES = 3 * 2 ** 20;
const manifest = parseConceptManifest(JSON.parse(readFileSync(`${DIR}/concepts.json`, "utf8")));
const files = manifest.tables.map((entry) => ({ entry, bytes: readFileSync(`${DIR}/${entry.file}`) }));
const tables = files.map(({ bytes }) => decodeTable(bytes.toString("utf8")));

test("the files are those of the manifest", () => {
  for (const [i, { entry, bytes }] of files.entries()) {
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(entry.sha256);
    expect(tables[i]).toMatchObject({ group: entry.group, concepts: { length: entry.concepts }, byName: { size: entry.names } });
  }
});

test("they keep the size budget", () => {
  // Quality 5 is larger than what a host sends, and quick.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  expect(files.reduce((sum, { bytes }) => sum + brotliCompressSync(bytes, { params }).length, 0)).toBeLessThan(BUDGET_BYTES);
});

test("each abbreviation's name is in its table", () => {
  for (const table of tables) {
    const missing = [...new Set(ABBREVIATIONS[table.group].values())].filter((name) => !table.byName.has(name) && !table.byBag.has(wordBag(name)));
    expect(missing).toEqual([]);
  }
  expect(ABBREVIATIONS.problems.size + ABBREVIATIONS.medications.size).toBeGreaterThan(400);
});

const linker = createConceptLinker(tables);

test.each([
  ["HTN", "disease", "I10"],
  ["hypertension", "disease", "I10"],
  ["T2DM", "disease", "E11"],
  ["COPD", "disease", "J44.9"],
  ["GERD", "disease", "K21.9"],
  ["gastro-oesophageal reflux disease", "disease", "K21.9"],
  ["SOB", "symptom", "R06.02"],
  ["N/V", "symptom", "R11.2"],
  ["chest pain", "symptom", "R07.9"],
  ["furosemide", "medication", "7LXU5N7ZO5"],
  ["Lasix", "medication", "7LXU5N7ZO5"],
  ["ASA", "medication", "R16CO5Y76E"],
  ["Zofran", "medication", "4AF302ESOS"],
  ["Percocet", "medication", "362O9ITL9D+CD35PMG570"],
  ["oxycodone/acetaminophen", "medication", "362O9ITL9D+CD35PMG570"],
  ["qwertyuiop", "disease", undefined],
] as const)("%s (%s) → %s", (text, type, code) => expect(linker.link(text, type satisfies EntityType)?.concept.code).toBe(code));
