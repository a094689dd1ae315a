/**
 * What a thousand notes like these would cost with each priced teacher, at list price, and how long the student takes for
 * one. Tokens are those of the real prompt; the reply is as long as the notes' own labels make it. Nothing is sent.
 */

import { performance } from "node:perf_hooks";
import { Command, Option } from "commander";
import { costOf } from "../src/teacher/cost.ts";
import { PRICES } from "../src/teacher/prices.ts";
import { buildPrompt } from "../src/teacher/prompt.ts";
import { sha256Hex } from "../src/teacher/sha256.ts";
import type { Usage } from "../src/teacher/teacher-failure.ts";
import { estimateTokens } from "../src/teacher/token-estimate.ts";
import { readCorpus, type CorpusNote } from "./corpus-file.ts";
import { defaultModel, ENGINES, openModel, type Engine } from "./reading/open-model.ts";
import { wholeNote } from "./reading/whole-note.ts";

async function usageOf({ text, spans }: CorpusNote): Promise<Usage> {
  const { system, turns } = buildPrompt(text, await sha256Hex(text));
  const reply = JSON.stringify({ mentions: spans.map(({ start, end, type, assertion }) => ({ quote: text.slice(start, end), type, assertion })) });
  return { inputTokens: estimateTokens(system) + turns.reduce((sum, turn) => sum + estimateTokens(turn.text), 0), outputTokens: estimateTokens(reply) };
}

/** Milliseconds for each note, the first one read twice so that the engine is warm. */
async function studentMs(notes: readonly CorpusNote[], engine: Engine): Promise<number[]> {
  const student = await openModel(await defaultModel("public/models"), engine);
  const [first] = notes;
  if (first !== undefined) await wholeNote(first.text, student);
  const times: number[] = [];
  for (const { text } of notes) {
    const startedMs = performance.now();
    await wholeNote(`\n${text}`, student); // another text than the warm-up's, so that no chunk is cached
    times.push(performance.now() - startedMs);
  }
  await student.session.release();
  return times.sort((a, b) => a - b);
}

async function main({ notes: path, engine }: { readonly notes: string; readonly engine: Engine }): Promise<void> {
  const notes = readCorpus(path);
  const usages = await Promise.all(notes.map(usageOf));
  const mean = (field: "inputTokens" | "outputTokens"): number => usages.reduce((sum, usage) => sum + usage[field], 0) / usages.length;
  console.log(`${notes.length} notes; a call: ${Math.round(mean("inputTokens"))} tokens in, ${Math.round(mean("outputTokens"))} out (estimate, reasoning not counted)\n`);
  console.log("| teacher | $ for 1,000 notes | price as of |\n|---|---|---|");
  const rows = PRICES.map(({ provider, model, asOf }) => {
    const costs = usages.map((usage) => costOf({ provider, model }, usage));
    const usd = costs.reduce((sum, cost) => sum + (cost.kind === "usd" ? cost.usd : NaN), 0);
    return { name: `${provider} ${model}`, usd: (1000 * usd) / notes.length, asOf };
  });
  for (const { name, usd, asOf } of rows.sort((a, b) => a.usd - b.usd)) console.log(`| ${name} | ${Number.isNaN(usd) ? "unknown" : usd.toFixed(2)} | ${asOf} |`);
  console.log("| the student | 0 (your own machine) | |");
  const times = await studentMs(notes, engine);
  const at = (share: number): string => ((times[Math.floor(share * (times.length - 1))] ?? 0) / 1000).toFixed(2);
  console.log(`\nstudent, ${engine}, one thread, this machine now: median ${at(0.5)} s a note, 90 % within ${at(0.9)} s`);
}

await new Command("cost-table")
  .description("List-price cost of labelling notes with each priced teacher, and the student's time.")
  .requiredOption("--notes <file>", "labelled notes")
  .addOption(new Option("--engine <name>", "the student's").choices(ENGINES).default("wasm"))
  .action(main)
  .parseAsync();
