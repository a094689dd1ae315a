/**
 * Which of two readings of the same gold notes is better: the difference of strict micro F1 and of assertion accuracy,
 * with its paired bootstrap interval over notes (Koehn 2004). A student replaces another where the interval of F1 lies
 * above 0.
 */

import { basename } from "node:path";
import { Command } from "commander";
import { bootstrapInterval } from "../src/core/bootstrap.ts";
import { microCounts, rates } from "../src/core/metrics.ts";
import { addTallies, tallyNote, type Tally } from "../src/core/tally.ts";
import { ASSERTIONS, ENTITY_TYPES } from "../src/core/types.ts";
import { goldNotes } from "./scoring/gold-notes.ts";
import { predictedSpans, predictions } from "./scoring/predictions.ts";

const BOOTSTRAP = { seed: 1, samples: 2000 };

interface Pair {
  readonly before: Tally;
  readonly after: Tally;
}

const microF1 = (tallies: readonly Tally[]): number => rates(microCounts(addTallies(tallies).strict, ENTITY_TYPES)).f1;

function accuracy(tallies: readonly Tally[]): number {
  const { confusion } = addTallies(tallies);
  const total = ASSERTIONS.flatMap((gold) => ASSERTIONS.map((found) => confusion[gold][found])).reduce((a, b) => a + b, 0);
  return ASSERTIONS.reduce((sum, assertion) => sum + confusion[assertion][assertion], 0) / Math.max(1, total);
}

async function pairs(gold: string, before: string, after: string): Promise<Pair[]> {
  const [first, second] = await Promise.all([predictions(before), predictions(after)]);
  return (await goldNotes(gold)).map(({ id, text, entities }) => {
    const tally = (lines: typeof first): Tally => {
      const line = lines.get(id);
      if (line === undefined) throw new RangeError("a reading lacks a note of the gold file");
      return tallyNote({ gold: entities, found: predictedSpans(line, text) });
    };
    return { before: tally(first), after: tally(second) };
  });
}

await new Command("compare-students")
  .description("Difference between two readings of gold notes (after minus before), with a paired bootstrap interval.")
  .argument("<gold>", "labelled notes")
  .requiredOption("--before <file>", "output of annotate")
  .requiredOption("--after <file>", "output of annotate")
  .option("--json", "one JSON object")
  .action(async (gold: string, { before, after, json }: { before: string; after: string; json?: boolean }) => {
    const notes = await pairs(gold, before, after);
    const difference = (figure: (tallies: readonly Tally[]) => number) => {
      const of = (drawn: readonly Pair[]): number => figure(drawn.map((pair) => pair.after)) - figure(drawn.map((pair) => pair.before));
      return { before: figure(notes.map((pair) => pair.before)), after: figure(notes.map((pair) => pair.after)), difference: of(notes), ...bootstrapInterval(notes, of, BOOTSTRAP) };
    };
    const found = { data: basename(gold), notes: notes.length, strictF1: difference(microF1), assertionAccuracy: difference(accuracy) };
    if (json) {
      console.log(JSON.stringify(found));
      return;
    }
    console.log(`${found.data}, ${found.notes} notes`);
    for (const name of ["strictF1", "assertionAccuracy"] as const) {
      const { before: a, after: b, difference: d, low, high } = found[name];
      console.log(`  ${name.padEnd(18)} ${a.toFixed(4)} → ${b.toFixed(4)}  ${d >= 0 ? "+" : ""}${d.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`);
    }
  })
  .parseAsync();
