/** Scores of a model, or of an output of `annotate` or `label`, on labelled notes; calibration of its mention scores. */

import { basename } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { countErrors, errorsOf } from "../src/core/errors-by-class.ts";
import type { CorpusLine } from "../src/core/jsonl.ts";
import { onlyTypes } from "../src/core/metrics.ts";
import type { Student } from "../src/core/read-note.ts";
import type { LabelledSpan, ScoredNote } from "../src/core/tally.ts";
import { defaultModel, ENGINES, openModel, type Engine } from "./reading/open-model.ts";
import { wholeNote } from "./reading/whole-note.ts";
import { assertionComparison } from "./scoring/assertion-comparison.ts";
import { calibrate } from "./scoring/calibrate.ts";
import { errorLine, errorTable, type ErrorInNote } from "./scoring/error-report.ts";
import { fileScore, type FileScore } from "./scoring/file-score.ts";
import { goldNotes, labelledTypes } from "./scoring/gold-notes.ts";
import { amendManifest, withCalibration, withScore } from "./scoring/manifest-figures.ts";
import { predictedSpans, predictions } from "./scoring/predictions.ts";
import { recorder } from "./scoring/replay.ts";
import { calibrationTable, scoreTable } from "./scoring/score-table.ts";
import { scoredMentions } from "./scoring/scored-mentions.ts";

interface Options {
  readonly model?: string;
  readonly models: string;
  readonly guideline?: string;
  readonly engine: Engine;
  readonly predictions?: string;
  readonly assertion?: "rules";
  readonly calibrate?: boolean;
  readonly errors?: boolean;
  readonly list?: number;
  readonly withText?: boolean;
  readonly json?: boolean;
  readonly writeManifest?: boolean;
}

async function main(files: string[], options: Options): Promise<void> {
  const folder = options.model ?? (await defaultModel(options.models));
  if (options.predictions === undefined) {
    const student = await openModel(folder, options.engine);
    const guideline = options.guideline ?? student.manifest.defaultGuideline;
    if (options.calibrate) await calibrateOn(files, { student, guideline, folder, options });
    else await scoreFiles(files, { guideline, folder, options, found: async (note) => (await wholeNote(note.text, student, { guideline })).mentions });
    await student.session.release();
    return;
  }
  const predicted = await predictions(options.predictions);
  const found = (note: CorpusLine) => {
    const line = predicted.get(note.id);
    if (!line) throw new RangeError("the predictions lack a note of the file");
    return Promise.resolve(predictedSpans(line, note.text));
  };
  await scoreFiles(files, { guideline: options.guideline ?? "as predicted", folder, options, found });
}

interface ScoreContext {
  readonly guideline: string;
  readonly folder: string;
  readonly options: Options;
  readonly found: (note: CorpusLine) => Promise<readonly LabelledSpan[]>;
}

async function scoreFiles(files: readonly string[], { guideline, folder, options, found }: ScoreContext): Promise<void> {
  for (const file of files) {
    const gold = await goldNotes(file);
    const notes: (CorpusLine & ScoredNote)[] = [];
    for (const note of gold) notes.push({ ...note, gold: note.entities, found: await found(note) });
    const score = fileScore(basename(file), guideline, { notes, types: labelledTypes(gold) });
    process.stdout.write(`${options.json ? JSON.stringify(score) : scoreTable(score)}\n`);
    if (options.errors || options.list !== undefined) writeErrors(notes, score, options);
    if (options.assertion === "rules" && !options.json) process.stdout.write(`${assertionComparison(notes)}\n`);
    if (options.writeManifest) await amendManifest(folder, (manifest) => withScore(manifest, score));
  }
}

function writeErrors(notes: readonly (CorpusLine & ScoredNote)[], { data, types }: FileScore, { json, list = 0, withText = false }: Options): void {
  const errors = notes.flatMap((note): ErrorInNote[] => errorsOf(onlyTypes(note, types)).map((error) => ({ id: note.id, text: note.text, error })));
  const counts = countErrors(errors.map(({ error }) => error));
  process.stdout.write(`${json ? JSON.stringify({ data, errors: counts }) : errorTable(counts, types)}\n`);
  for (const error of errors.slice(0, list)) process.stdout.write(`${errorLine(error, withText)}\n`);
}

interface CalibrateContext {
  readonly student: Student;
  readonly guideline: string;
  readonly folder: string;
  readonly options: Options;
}

async function calibrateOn(files: readonly string[], { student, guideline, folder, options }: CalibrateContext): Promise<void> {
  const notes = (await Promise.all(files.map(goldNotes))).flat();
  const { student: recording, at } = recorder(student);
  await scoredMentions(notes, recording, guideline);
  const calibration = await calibrate((temperature) => scoredMentions(notes, at(temperature), guideline));
  process.stdout.write(`${options.json ? JSON.stringify(calibration) : calibrationTable(calibration)}\n`);
  if (options.writeManifest) await amendManifest(folder, (manifest) => withCalibration(manifest, calibration));
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(value);
}

new Command("score")
  .description("Precision, recall and F1 (strict, overlapping) with 95 % intervals, and assertion accuracy.")
  .argument("<files...>", "labelled notes, .jsonl or .jsonl.gz (docs/formats.md)")
  .option("--model <folder>", "folder of one model (default: the default of --models)")
  .option("--models <folder>", "folder of models", "public/models")
  .option("--guideline <name>", "whose annotation rules to follow (default: the model's)")
  .addOption(new Option("--engine <name>", "wasm: the page's own arithmetic; native: faster, not bit-equal").choices(ENGINES).default("native"))
  .option("--predictions <file>", "score this output of annotate or label instead of a model")
  .addOption(new Option("--assertion <by>", "also compare the assertions with those of the rules (src/core/assertion-rules/), on the same mentions").choices(["rules"]))
  .option("--calibrate", "fit the temperature of the mention scores on the files and show how reliable they are")
  .option("--errors", "count what is missed, spurious, or has other ends, another type or another assertion")
  .option("--list <n>", "list the first n errors by note id and offsets (code points)", wholeNumber)
  .option("--with-text", "with --list: the words too; they are note text")
  .option("--json", "one JSON object a file, and one of its errors")
  .option("--write-manifest", "keep the scores, or the temperature, in the model's manifest")
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
