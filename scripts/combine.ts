/**
 * Combines label files of several teachers, and scores every combination against gold. Ranks go by the order of
 * --labels. Half of the gold notes (by a hash of their id) chooses the best combination for each type, the other
 * half tells how good it is. With --out the chosen combination of all notes is written as silver.
 */

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { Failure } from "../src/core/failure.ts";
import type { Scores } from "../src/core/metrics.ts";
import { ENTITY_TYPES } from "../src/core/types.ts";
import type { VotedSpan, VoteRule } from "../src/teacher/vote.ts";
import { applyChoice, chooseBest, combine, f1Of, labelerWeights, scoreChoice, scoreCombinations, type Choice, type Combination, type ComparedNote, type ScoredCombination } from "../src/teacher/combination-scores.ts";
import { readRawLines, type RawLine } from "./corpus-file.ts";

interface Options {
  labels: string[];
  gold?: string;
  notes?: string;
  rule?: "union" | "intersection" | "majority";
  out?: string;
}

const options = new Command("combine")
  .description("Combines label files of several teachers and scores every combination against gold.")
  .requiredOption("--labels <name=file...>", "one per teacher, the most trusted first")
  .option("--gold <file>", "notes with gold labels")
  .option("--notes <file>", "notes to write silver for, with their text; default: the gold file")
  .addOption(new Option("--rule <rule>", "for all types; default: the best of each type on half of the gold notes").choices(["union", "intersection", "majority"]))
  .option("--out <file>", "writes the combined labels as silver JSONL")
  .parse()
  .opts<Options>();

interface LabelFile {
  readonly name: string;
  readonly spans: ReadonlyMap<string, readonly VotedSpan[]>;
}
let files: readonly LabelFile[] = [];

function openLabels(given: string): LabelFile {
  const equals = given.indexOf("=");
  if (equals < 1) throw new Failure("file-unreadable", `Write --labels name=file, not "${given}".`);
  return { name: given.slice(0, equals), spans: new Map(readRawLines(given.slice(equals + 1)).map(({ id, spans }) => [id, spans])) };
}

const compared = ({ id, spans }: RawLine): ComparedNote => ({ id, gold: spans, labels: files.map((file) => file.spans.get(id) ?? []) });
/** All offsets here are code points, as the files have them. */
const half = ({ id }: ComparedNote): number => (createHash("sha256").update(id).digest()[0] ?? 0) % 2;
const nameOf = ({ labelers, rule }: Combination): string => `${labelers.map((labeler) => files[labeler]?.name ?? "?").join(" + ")}${labelers.length === 1 ? "" : `, ${rule.kind}`}`;
const figure = (value: number): string => value.toFixed(3);
const row = (name: string, scores: Scores): string =>
  `| ${[name, ...ENTITY_TYPES.map((type) => figure(f1Of(scores, type))), figure(scores.strict.micro.rates.f1), scores.assertion === undefined ? "" : figure(scores.assertion.accuracy)].join(" | ")} |`;

function table(title: string, rows: readonly string[]): void {
  console.log(`\n${title}\n\n| labels | medication | disease | symptom | micro | assertion |\n|---|---|---|---|---|---|\n${rows.join("\n")}`);
}

function againstGold(path: string): Choice {
  const lines = readRawLines(path);
  const missing = files.map(({ name, spans }) => `${name}: ${lines.filter(({ id }) => !spans.has(id)).length}`);
  const notes = lines.map(compared);
  const choosing = notes.filter((note) => half(note) === 0);
  const reporting = notes.filter((note) => half(note) === 1);
  console.log(`${notes.length} gold notes (${choosing.length} to choose, ${reporting.length} to report); notes without labels: ${missing.join(", ")}. Strict F1.`);
  const weights = labelerWeights(choosing, files.length);
  table("All combinations, all notes", scoreCombinations(notes, weights).map((one) => row(nameOf(one), one.scores)));
  const choice = chooseBest(scoreCombinations(choosing, weights));
  const held: readonly ScoredCombination[] = scoreCombinations(reporting, weights);
  table("The reporting half: each teacher alone, and the best combination of each type as the choosing half has it", [
    ...held.filter(({ labelers }) => labelers.length === 1).map((one) => row(nameOf(one), one.scores)),
    row(`chosen (${ENTITY_TYPES.map((type) => `${type}: ${nameOf(choice[type])}`).join("; ")})`, scoreChoice(reporting, choice)),
  ]);
  return choice;
}

function silverLine({ id, source, text }: RawLine, spans: readonly VotedSpan[]): string {
  if (text === undefined) throw new Failure("line-malformed", `The note ${id} has no text. Name the file with the notes by --notes.`);
  const characters = Array.from(text);
  const entities = spans.map(({ start, end, type, assertion }) => ({ start, end, type, assertion, text: characters.slice(start, end).join("") }));
  return JSON.stringify({ id, ...(source !== undefined && { source }), text, entities });
}

try {
  files = options.labels.map(openLabels);
  const choice = options.gold === undefined ? undefined : againstGold(options.gold);
  const source = options.notes ?? options.gold;
  if (options.out !== undefined) {
    if (source === undefined) throw new Failure("file-unreadable", "Name the notes by --notes.");
    const rule: VoteRule | undefined = options.rule === undefined ? undefined : { kind: options.rule };
    const all = files.map((_, labeler) => labeler);
    if (rule === undefined && choice === undefined) throw new Failure("file-unreadable", "Without --gold name a --rule.");
    const lines = readRawLines(source).map((line) => {
      const note = compared(line);
      const spans = rule !== undefined || choice === undefined ? combine(note, { labelers: all, rule: rule ?? { kind: "majority" } }) : applyChoice(note, choice);
      return `${silverLine(line, spans)}\n`;
    });
    writeFileSync(options.out, lines.join(""));
    console.log(`\n${options.out}: ${lines.length} notes`);
  }
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
