/** Notes in, mentions out, JSON lines both (docs/formats.md). Exit code 2 when a line did not keep the format, 1 on a failure. */

import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { SingleBar } from "cli-progress";
import { Command, Option } from "commander";
import type { OffsetUnit } from "../src/core/jsonl.ts";
import { loadConceptLinker } from "./concepts/load-linker.ts";
import { annotatedLines } from "./reading/annotated-lines.ts";
import { fileBytes, linesOf } from "./reading/lines.ts";
import { defaultModel, openModel, ENGINES, type Engine } from "./reading/open-model.ts";

interface Options {
  readonly in?: string;
  readonly out?: string;
  readonly model?: string;
  readonly models: string;
  readonly offsets: OffsetUnit;
  readonly guideline?: string;
  readonly engine: Engine;
  readonly threads: string;
  readonly concepts?: string | true;
  readonly conceptTable: readonly string[];
}

const EXIT_MALFORMED = 2;

async function main(options: Options): Promise<void> {
  const student = await openModel(options.model ?? (await defaultModel(options.models)), options.engine, Number(options.threads));
  if (options.guideline !== undefined && !(options.guideline in student.manifest.guidelines)) {
    throw new RangeError(`the model knows the guidelines ${Object.keys(student.manifest.guidelines).join(", ")}`);
  }
  const wantsConcepts = options.concepts !== undefined || options.conceptTable.length > 0;
  const tables = typeof options.concepts === "string" ? options.concepts : "public/concepts";
  const linker = wantsConcepts ? loadConceptLinker(tables, options.conceptTable) : undefined;
  const totalBytes = options.in === undefined ? 0 : (await stat(options.in)).size;
  // Draws on standard error, and only where that is a terminal.
  const bar = new SingleBar({ format: totalBytes > 0 ? "{bar} {percentage} % | {notes} notes, {words} words" : "{notes} notes, {words} words" });
  let [notes, words] = [0, 0];
  bar.start(totalBytes, 0, { notes, words });
  const bytes = options.in === undefined ? process.stdin : fileBytes(options.in, (count) => bar.increment(count, { notes, words }));
  const mentions = annotatedLines(linesOf(bytes), student, {
    offsetUnit: options.offsets,
    guideline: options.guideline,
    linker,
    onNote(count) {
      notes++;
      words += count;
      bar.update({ notes, words });
    },
    onMalformed(problem) {
      process.exitCode = EXIT_MALFORMED;
      process.stderr.write(`${problem}\n`);
    },
  });
  try {
    if (options.out === undefined) await pipeline(mentions, process.stdout, { end: false });
    else await pipeline(mentions, createWriteStream(options.out));
  } finally {
    bar.stop();
    await student.session.release();
  }
}

new Command("annotate")
  .description('Reads notes, {"id","text"} a line, and writes their mentions, a line a note.')
  .option("--in <file>", "notes; standard input when left out")
  .option("--out <file>", "mentions; standard output when left out")
  .option("--model <folder>", "folder of one model (default: the default of --models)")
  .option("--models <folder>", "folder of models", "public/models")
  .addOption(new Option("--offsets <unit>", "unit of start and end").choices(["utf16", "codepoint"]).default("utf16"))
  .option("--guideline <name>", "whose annotation rules to follow (default: the model's)")
  .addOption(new Option("--engine <name>", "wasm: the page's own arithmetic; native: faster, not bit-equal").choices(ENGINES).default("wasm"))
  .option("--concepts [folder]", "give mentions their concepts, from the tables in the folder (default: public/concepts)")
  .option("--concept-table <file...>", "tables of your own (build-concepts --rxnorm, --snomed); asked first", [])
  .option("--threads <count>", "threads of the engine", "1")
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    // Whoever read our output has had enough.
    if (error instanceof Error && "code" in error && error.code === "EPIPE") return;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
