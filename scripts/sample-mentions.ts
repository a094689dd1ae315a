/**
 * Draws mention texts of labelled notes for a concept gold, a fixed number a type: half from the distinct texts, each equally
 * likely (the long tail), half as they occur (what a reader meets). The order depends on the seed and the files alone.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Command } from "commander";
import * as v from "valibot";
import { ENTITY_TYPES } from "../src/core/types.ts";

const line = v.object({ entities: v.array(v.object({ type: v.string(), text: v.string() })) });

/** The `count` texts of lowest rank whose folded form is not in `taken`; adds them to it. */
function draw(ranked: ReadonlyMap<string, string>, taken: Set<string>, count: number): string[] {
  const drawn: string[] = [];
  for (const [, text] of [...ranked].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (drawn.length === count) break;
    if (taken.has(text.toLowerCase())) continue;
    taken.add(text.toLowerCase());
    drawn.push(text);
  }
  return drawn;
}

const program = new Command()
  .argument("<files...>", "labelled notes, JSONL")
  .option("--seed <seed>", "seed of the draw", "concepts-1")
  .option("--each <count>", "mentions of each type and draw", "50")
  .parse();
const { seed, each } = program.opts<{ seed: string; each: string }>();
const rank = (...parts: (string | number)[]) => createHash("sha256").update([seed, ...parts].join(" ")).digest("hex");

const entities = program.args.flatMap((file) =>
  readFileSync(file, "utf8").split("\n").filter(Boolean).flatMap((json) => v.parse(line, JSON.parse(json)).entities),
);
for (const type of ENTITY_TYPES) {
  const texts = entities.filter((entity) => entity.type === type).map((entity) => entity.text);
  const taken = new Set<string>();
  const distinct = new Map(texts.map((text) => [rank(type, text.toLowerCase()), text]));
  const occurring = new Map(texts.map((text, i) => [rank(type, text, i), text]));
  for (const [from, ranked] of [["distinct", distinct], ["occurrence", occurring]] as const) {
    for (const text of draw(ranked, taken, Number(each))) console.log(JSON.stringify({ text, type, draw: from, codes: [] }));
  }
}
