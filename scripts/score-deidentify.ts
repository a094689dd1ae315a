/** Recall of the de-identification by kind of identifier, on synthetic notes with planted ones. */

import { Command } from "commander";
import { readCorpus } from "./corpus-file.ts";
import { scoreDeidentify, type DeidentifyScore } from "./deidentify-score.ts";
import { KINDS } from "./deidentify-planting.ts";

const program = new Command("score-deidentify")
  .description("Plants identifiers into synthetic notes and counts how many are found.")
  .option("--notes <files...>", "JSONL of synthetic notes", ["data/synthetic_notes.dev.jsonl", "data/shorthand_notes.dev.jsonl"])
  .option("--seed <number>", "of the planting", "1")
  .option("--per-kind <number>", "planted identifiers of a kind in each note", "2")
  .parse();
const { notes: paths, seed, perKind } = program.opts<{ notes: string[]; seed: string; perKind: string }>();

const notes = paths.flatMap(readCorpus).map(({ text, spans }) => ({ text, mentions: spans }));
const options = { seed: Number(seed), perKind: Number(perKind) };
const score = scoreDeidentify(notes, options);
const unseen = scoreDeidentify(notes, { ...options, unseen: true });
const percent = (part: number, total: number): string => `${((100 * part) / Math.max(total, 1)).toFixed(1)} %`;
console.log("recall    frames of the rules   unseen frames");
for (const kind of KINDS) {
  const recall = ({ kinds }: DeidentifyScore): string => `${percent(kinds[kind].found, kinds[kind].planted).padStart(7)} of ${kinds[kind].planted}`;
  console.log(`${kind.padEnd(9)} ${recall(score).padEnd(21)} ${recall(unseen)}`);
}
console.log(`replaced: ${score.replaced}, of them ${percent(score.unplanted, score.replaced)} nothing planted (the notes' own names and dates among them)`);
console.log(`labelled mentions touched in the notes as they are: ${score.mentionsTouched} of ${score.mentions} (${percent(score.mentionsTouched, score.mentions)})`);
