/** An official RxNorm release (RRF) as a medication table. RxNorm Technical Documentation, RXNCONSO.RRF and RXNREL.RRF. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fold } from "../../src/core/concepts/fold.ts";
import type { NameTier, TableSource } from "../../src/core/concepts/concept-table.ts";
import type { Concept } from "../../src/core/types.ts";
import { assemble, type NameRow } from "./assemble.ts";
import { readFields } from "./release-lines.ts";

/** Term types of what a note names: ingredients (one, precise, several), brands and their synonyms. Products with strengths are not. */
const TIERS: Readonly<Record<string, NameTier>> = { IN: 0, PIN: 0, MIN: 0, BN: 0, SY: 1, TMSY: 1, ET: 1 };
const NAMES_CONCEPT = new Set(["IN", "PIN", "MIN", "BN"]);

/** Brand → its ingredients, where RXNREL.RRF lies beside: RXCUI1 is the target, RXCUI2 the source of the relation. */
async function readTradeNames(dir: string): Promise<Map<string, string[]>> {
  const ingredients = new Map<string, string[]>();
  const path = join(dir, "RXNREL.RRF");
  if (!existsSync(path)) return ingredients;
  for await (const fields of readFields(path, "|")) {
    // RXCUI1|RXAUI1|STYPE1|REL|RXCUI2|RXAUI2|STYPE2|RELA|…: "RXCUI2 is the trade name of RXCUI1".
    const [ingredient = "", , , , brand = "", , , relation] = fields;
    if (relation === "tradename_of" && brand !== "") ingredients.set(brand, [...(ingredients.get(brand) ?? []), ingredient]);
  }
  return ingredients;
}

/** Names of source RXNORM, English, not suppressed. A brand with one known ingredient counts as that ingredient. */
export async function rxnormTable(dir: string): Promise<TableSource> {
  const concepts = new Map<string, Concept>();
  const found: { rxcui: string; kind: string; text: string }[] = [];
  for await (const fields of readFields(join(dir, "RXNCONSO.RRF"), "|")) {
    const [rxcui = "", language] = fields;
    const [source, kind = ""] = fields.slice(11);
    const [text = "", , suppressed] = fields.slice(14);
    if (source !== "RXNORM" || language !== "ENG" || suppressed !== "N" || TIERS[kind] === undefined) continue;
    found.push({ rxcui, kind, text });
    if (NAMES_CONCEPT.has(kind)) concepts.set(rxcui, { system: "RxNorm", code: rxcui, name: text.replace(/[\t\n\r]/g, " ") });
  }
  const tradeNames = await readTradeNames(dir);
  const rows = found.map(({ rxcui, kind, text }): NameRow => {
    const ingredients = tradeNames.get(rxcui)?.filter((code) => concepts.has(code)) ?? [];
    const code = kind === "BN" && ingredients.length === 1 ? (ingredients[0] ?? rxcui) : rxcui;
    const tier = code === rxcui ? (TIERS[kind] ?? 1) : 1;
    return { name: fold(text), code, tier, rank: tier };
  });
  return assemble("medications", concepts, rows);
}
