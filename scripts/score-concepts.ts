/** Scores concept links against judged mentions: share linked, and top-1 accuracy among the linked, by type. */

import { readFileSync } from "node:fs";
import { Command } from "commander";
import * as v from "valibot";
import { ENTITY_TYPES, MATCH_KINDS } from "../src/core/types.ts";
import { loadConceptLinker } from "./concepts/load-linker.ts";

const goldLine = v.object({
  text: v.string(),
  type: v.picklist(ENTITY_TYPES),
  draw: v.string(),
  /** Acceptable codes; "X*" is any code under X; none: no concept of the table's systems fits. */
  codes: v.array(v.string()),
});

const program = new Command()
  .argument("[gold]", "judged mentions, JSONL", "data/concepts.dev.jsonl")
  .option("--tables <dir>", "built tables", "public/concepts")
  .option("--show", "print each link that the gold does not accept (invented notes only)")
  .parse();
const options = program.opts<{ tables: string; show?: true }>();

const accepts = (codes: readonly string[], code: string) => codes.some((gold) => (gold.endsWith("*") ? code.startsWith(gold.slice(0, -1)) : code === gold));
const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

const linker = loadConceptLinker(options.tables);
const judged = readFileSync(program.args[0] ?? "data/concepts.dev.jsonl", "utf8").split("\n").filter(Boolean);
const scored = judged.map((line) => {
  const gold = v.parse(goldLine, JSON.parse(line));
  const link = linker.link(gold.text, gold.type);
  return { gold, link, right: link !== undefined && accepts(gold.codes, link.concept.code) };
});

console.log("type        draw        mentions  linked   top-1 of linked  of codable linked right");
const row = (name: string, draw: string, rows: typeof scored) => {
  const linked = rows.filter(({ link }) => link !== undefined);
  const right = rows.filter((one) => one.right).length;
  const codable = rows.filter(({ gold }) => gold.codes.length > 0).length;
  const cells = [String(rows.length).padStart(8), percent(linked.length, rows.length).padStart(7), percent(right, linked.length).padStart(16)];
  console.log([name.padEnd(11), draw.padEnd(10), ...cells, percent(right, codable).padStart(16)].join("  "));
};
for (const type of [...ENTITY_TYPES, "all"]) {
  const ofType = scored.filter(({ gold }) => type === "all" || gold.type === type);
  for (const draw of ["distinct", "occurrence"]) row(type, draw, ofType.filter(({ gold }) => gold.draw === draw));
  row(type, "both", ofType);
}
for (const how of MATCH_KINDS) row(`  ${how}`, "", scored.filter(({ link }) => link?.how === how));
if (options.show === true) {
  for (const { gold, link, right } of scored) {
    if (right || (link === undefined && gold.codes.length === 0)) continue;
    console.log(`${gold.type}: ${gold.text} → ${link === undefined ? "–" : `${link.concept.code} ${link.concept.name} (${link.how} ${link.score.toFixed(2)})`}`);
  }
}
