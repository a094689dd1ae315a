/** Notes with their mentions to any of the export formats (docs/formats.md). Exit code 2 when a line did not keep the format, 1 on a failure. */

import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { Failure } from "../src/core/failure.ts";
import { counted, NO_COUNTS } from "../src/core/formats/export-counts.ts";
import { formatById, NOTE_FORMATS } from "../src/core/formats/note-formats.ts";
import { MENTION_CHOICES, writtenNote, type MentionChoice, type NoteFormat, type WrittenNote } from "../src/core/formats/note-format.ts";
import { parseNoteLine } from "../src/core/jsonl.ts";
import { inputRecord } from "./convert/input-record.ts";
import { linesSync } from "./convert/lines-sync.ts";

interface Options {
  readonly in?: string;
  readonly notes?: string;
  readonly to: string;
  readonly out: string;
  readonly mentions: MentionChoice;
  readonly bom?: true;
  readonly at: number;
}

const EXIT_MALFORMED = 2;
const STANDARD_OUTPUT = 1;

function main(options: Options): void {
  const format = formatById(options.to);
  if (format === undefined) throw new RangeError(`there is no format ${options.to}`);
  const texts = options.notes === undefined ? undefined : textsOf(options.notes);
  const file = options.in === undefined ? 0 : openSync(options.in, "r");
  let counts = NO_COUNTS;
  const notes = function* (): Generator<WrittenNote> {
    for (const { number, text } of linesSync(file)) {
      try {
        if (text === undefined) throw new Failure("line-malformed", `Line ${number} is not UTF-8.`);
        const note = writtenNote(
          inputRecord(text, number, (id) => texts?.get(id)),
          options.mentions,
        );
        counts = counted(counts, note, format);
        yield note;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        process.exitCode = EXIT_MALFORMED;
        process.stderr.write(`${error.message}\n`);
      }
    }
  };
  write(format, notes(), options);
  const leftOut = [...counts.leftOut].map(([reason, number]) => `\n${number} left out or changed: each ${reason}.`).join("");
  process.stderr.write(`Notes: ${counts.notes}. Mentions: ${counts.mentions}. Offsets: ${format.offsetUnit}.${leftOut}\n`);
}

function write(format: NoteFormat, notes: Iterable<WrittenNote>, { out, at, bom }: Options): void {
  const toFolder = out !== "-";
  if (toFolder) mkdirSync(out, { recursive: true });
  let written = 0;
  for (const { name, parts } of format.files(notes, { atMs: at, byteOrderMark: bom === true })) {
    if (!toFolder && ++written > 1) throw new RangeError(`the format ${format.id} has several files: name a folder with --out`);
    const file = toFolder ? openSync(join(out, name), "w") : STANDARD_OUTPUT;
    for (const part of parts) writeWhole(file, Buffer.from(part));
    if (toFolder) closeSync(file);
  }
}

/** A pipe takes as much as it has room for. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function textsOf(path: string): ReadonlyMap<string, string> {
  const file = openSync(path, "r");
  const texts = new Map<string, string>();
  for (const { number, text } of linesSync(file)) {
    const note = parseNoteLine(text ?? "", number);
    texts.set(note.id, note.text);
  }
  closeSync(file);
  return texts;
}

function timeOf(value: string): number {
  const atMs = Date.parse(value);
  if (Number.isNaN(atMs)) throw new InvalidArgumentError("It is no time like 2026-11-25 or 2026-11-25T12:00:00Z.");
  return atMs;
}

try {
  new Command("convert")
    .description("Writes notes and their mentions in another format. Reads Chartlight's JSON lines, or the output of annotate together with its input.")
    .option("--in <file>", "Chartlight's JSON lines or annotate's output; standard input when left out")
    .option("--notes <file>", "annotate's input, where its output is converted: it has the texts")
    .addOption(new Option("--to <format>", "the format").choices(NOTE_FORMATS.map(({ id }) => id)).makeOptionMandatory())
    .option("--out <folder>", "where the files go; - is standard output, for formats of one file", "-")
    .addOption(new Option("--mentions <choice>", "all, or those that a reviewer accepted").choices(MENTION_CHOICES).default("all"))
    .option("--bom", "a byte order mark before a CSV table")
    .option("--at <time>", "time of the export, in formats that have one", timeOf, Date.now())
    .action(main)
    .parse();
} catch (error) {
  // Whoever read our output has had enough.
  if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
