/** Readers of official releases, on files of the same shape with invented content. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rxnormTable } from "../../../scripts/concepts/rxnorm.ts";
import { snomedTables } from "../../../scripts/concepts/snomed.ts";
import { decodeTable } from "../../../src/core/concepts/decode-table.ts";
import { encodeTable } from "../../../src/core/concepts/encode-table.ts";
import { createConceptLinker } from "../../../src/core/concepts/link.ts";
import type { TableSource } from "../../../src/core/concepts/concept-table.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "release-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function file(path: string, lines: readonly string[], end = "\n"): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), lines.map((line) => line + end).join(""));
}
const linkerOf = (tables: readonly TableSource[]) => createConceptLinker(tables.map((table) => decodeTable(encodeTable(table))));

describe("RxNorm", () => {
  /** RXCUI|LAT|TS|LUI|STT|SUI|ISPREF|RXAUI|SAUI|SCUI|SDUI|SAB|TTY|CODE|STR|SRL|SUPPRESS|CVF| */
  const atom = (rxcui: string, kind: string, text: string, { source = "RXNORM", language = "ENG", suppress = "N" } = {}): string =>
    `${rxcui}|${language}||||||${rxcui}1||${rxcui}||${source}|${kind}|${rxcui}|${text}||${suppress}|4096|`;

  test("ingredients and brands; a brand of one ingredient is that ingredient", async () => {
    file("RXNCONSO.RRF", [
      atom("901", "IN", "zorbamine"),
      atom("902", "PIN", "zorbamine hydrochloride"),
      atom("903", "BN", "Zorbex"),
      atom("904", "MIN", "plovarin / zorbamine"),
      atom("905", "BN", "Duozor"),
      atom("906", "SCD", "zorbamine 10 MG Oral Tablet"),
      atom("907", "IN", "secretine", { suppress: "O" }),
      atom("908", "IN", "otherine", { source: "OTHERSAB" }),
      atom("909", "IN", "cizorba", { language: "SPA" }),
      atom("910", "IN", "plovarin"),
      atom("901", "SY", "zorba acid"),
    ]);
    file("RXNREL.RRF", [
      "901||CUI|RN|903||CUI|tradename_of|5||RXNORM||||||",
      "901||CUI|RN|905||CUI|tradename_of|6||RXNORM||||||",
      "910||CUI|RN|905||CUI|tradename_of|7||RXNORM||||||",
      "903||CUI|RB|901||CUI|has_tradename|8||RXNORM||||||",
    ]);
    const linker = linkerOf([await rxnormTable(dir)]);
    const code = (text: string) => linker.link(text, "medication")?.concept.code;
    expect(linker.systems).toEqual(["RxNorm"]);
    expect(["Zorbamine", "zorbamine hydrochloride", "ZORBEX", "zorba acid", "zorbamine/plovarin", "Duozor"].map(code)).toEqual(["901", "902", "901", "901", "904", "905"]);
    expect(["secretine", "otherine", "cizorba"].map(code)).toEqual([undefined, undefined, undefined]);
  });

  test("without RXNREL a brand has its own code", async () => {
    file("RXNCONSO.RRF", [atom("901", "IN", "zorbamine"), atom("903", "BN", "Zorbex")]);
    expect(linkerOf([await rxnormTable(dir)]).link("zorbex", "medication")?.concept).toEqual({ system: "RxNorm", code: "903", name: "Zorbex" });
  });
});

describe("SNOMED CT", () => {
  const FSN = "900000000000003001";
  const SYNONYM = "900000000000013009";
  const description = (id: string, code: string, type: string, term: string, active = "1"): string =>
    [id, "20260101", active, "1", code, "en", type, term, "900000000000448009"].join("\t");

  function release(): void {
    const root = "Snapshot/Terminology";
    file(`${root}/sct2_Concept_Snapshot_INT_20260101.txt`, ["id\teffectiveTime\tactive\tmoduleId\tdefinitionStatusId", ...["11", "12", "13", "14"].map((id) => `${id}\t20260101\t${id === "14" ? 0 : 1}\t1\t1`)], "\r\n");
    file(
      `${root}/sct2_Description_Snapshot-en_INT_20260101.txt`,
      [
        "id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId",
        description("101", "11", FSN, "Glimmer disease (disorder)"),
        description("102", "11", SYNONYM, "Glimmer's syndrome"),
        description("103", "11", SYNONYM, "Glimmering sickness"),
        description("104", "11", SYNONYM, "retired name", "0"),
        description("105", "12", FSN, "Product containing zorbamine (medicinal product)"),
        description("106", "12", SYNONYM, "Zorbamine"),
        description("107", "13", FSN, "Structure of glimmer (body structure)"),
        description("108", "14", FSN, "Former disease (disorder)"),
      ],
      "\r\n",
    );
    file("Snapshot/Refset/Language/der2_cRefset_LanguageSnapshot-en_INT_20260101.txt", [
      "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tacceptabilityId",
      ["a", "20260101", "1", "1", "900000000000509007", "102", "900000000000548007"].join("\t"),
      ["b", "20260101", "1", "1", "900000000000509007", "103", "900000000000549004"].join("\t"),
      ["c", "20260101", "1", "1", "900000000000509007", "106", "900000000000548007"].join("\t"),
    ]);
  }

  test("disorders and products with all active names; the preferred term names the concept", async () => {
    release();
    const linker = linkerOf(await snomedTables(dir));
    expect(linker.link("glimmering sickness", "disease")?.concept).toEqual({ system: "SNOMED CT", code: "11", name: "Glimmer's syndrome" });
    expect(linker.link("Glimmer disease", "symptom")?.concept.code).toBe("11");
    expect(linker.link("zorbamine", "medication")?.concept.code).toBe("12");
    expect(["retired name", "former disease", "structure of glimmer"].map((text) => linker.link(text, "disease"))).toEqual([undefined, undefined, undefined]);
  });

  test("a folder without a release says which file is missing", async () => {
    await expect(snomedTables(dir)).rejects.toThrow("sct2_Concept_Snapshot");
  });
});
