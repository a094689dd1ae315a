/**
 * Labels notes with teachers, large language models or ontologies: JSONL of notes in, one JSONL of silver labels per teacher out, in the format of data/
 * (code points), which training/ reads as it is. Stopped runs go on: what was answered is not asked again.
 * Keys come from the environment only (OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY, OPENROUTER_API_KEY,
 * OLLAMA_API_KEY, TEACHER_API_KEY).
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Command, Option } from "commander";
import { Failure } from "../src/core/failure.ts";
import { cancelBatches, createBatchFetch, type BatchFetchOptions } from "../src/teacher/batch/batch-fetch.ts";
import { BATCH_WIRES, batchPlaceOf } from "../src/teacher/batch/by-id.ts";
import { createBudget, type Budget } from "../src/teacher/budget.ts";
import { addCosts, formatCost, type Cost, type Estimate } from "../src/teacher/cost.ts";
import { deidentify } from "../src/teacher/deidentify.ts";
import { endpointOf } from "../src/teacher/endpoint.ts";
import { ApiKey } from "../src/teacher/key.ts";
import { labelNotes } from "../src/teacher/label-notes.ts";
import { createLlmTeacher } from "../src/teacher/llm-teacher.ts";
import { PROVIDER_FACTS } from "../src/teacher/presets.ts";
import { DEFAULT_RETRY } from "../src/teacher/retry.ts";
import { EFFORTS, PROVIDERS, type Effort, type TeacherSettings } from "../src/teacher/settings.ts";
import { realSurroundings } from "../src/teacher/surroundings.ts";
import type { Teacher, TeacherReading } from "../src/teacher/teacher.ts";
import { loadOntologyTeacher } from "./concepts/load-ontology-teacher.ts";
import { corpusLine, readCorpus, type CorpusNote } from "./corpus-file.ts";
import { openBatchJobs } from "./batch-jobs.ts";
import { openLabelCache, type CachedReading } from "./label-cache.ts";
import { createProgressLine } from "./progress-line.ts";

interface Options {
  notes: string[];
  teacher: string[];
  baseUrl?: string;
  out: string;
  cache: string;
  concurrency: string;
  perMinute?: string;
  budget?: string;
  effort?: Effort;
  maxOutputTokens?: string;
  timeout: string;
  limit?: string;
  schema: boolean;
  stream: boolean;
  batch: boolean;
  cancelBatch: boolean;
  deidentify: boolean;
  dryRun: boolean;
}

const options = new Command("label")
  .description("Labels a JSONL of notes with large language models or ontologies as teachers.")
  .requiredOption("--notes <files...>", 'JSONL, {"id","text"} a line')
  .requiredOption("--teacher <provider:model...>", `provider is one of ${PROVIDERS.join(", ")}; or ontology:medications, ontology:problems, ontology:TABLE`)
  .option("--base-url <url>", "address of the server; for one teacher")
  .option("--out <folder>", "one file per teacher", "runs/labels")
  .option("--cache <folder>", "answers so far", ".cache/labels")
  .option("--concurrency <number>", "requests at a time", "4")
  .option("--per-minute <number>", "requests begun in a minute")
  .option("--budget <usd>", "no call that could go over it; all teachers together")
  .addOption(new Option("--effort <effort>", "of reasoning models").choices([...EFFORTS]))
  .option("--max-output-tokens <number>", "of one reply")
  .option("--timeout <seconds>", "of one request", "300")
  .option("--limit <number>", "only the first notes")
  .option("--no-schema", "don't ask the provider to hold the reply to the JSON schema")
  .option("--no-stream", "ask for whole replies")
  .option("--batch", "by the provider's batch endpoint: half the price, an answer within a day; start again to go on waiting", false)
  .option("--cancel-batch", "stop the batches that an earlier run left at the provider", false)
  .option("--deidentify", "replace identifiers by placeholders before sending (see its limits in src/teacher/deidentify.ts)", false)
  .option("--dry-run", "send nothing, print the estimate", false)
  .parse()
  .opts<Options>();

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const toNumber = (given: string | undefined): number | undefined => {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!(value > 0)) throw new Failure("file-unreadable", `${given} is not a number above 0.`);
  return value;
};

function settingsOf(teacher: string): TeacherSettings {
  const colon = teacher.indexOf(":");
  const provider = PROVIDERS.find((name) => name === teacher.slice(0, colon));
  if (provider === undefined) throw new Failure("teacher-model", `Unknown provider in "${teacher}". Write provider:model with one of ${PROVIDERS.join(", ")}.`);
  const key = process.env[PROVIDER_FACTS[provider].keyVariable];
  return {
    provider,
    model: teacher.slice(colon + 1),
    baseUrl: options.baseUrl,
    key: key === undefined || key === "" ? undefined : new ApiKey(key),
    effort: options.effort,
    maxOutputTokens: toNumber(options.maxOutputTokens),
    stream: options.stream,
    schema: options.schema ? undefined : false,
    batch: options.batch,
  };
}

/** Longer than any provider lets a batch wait. */
const BATCH_TIMEOUT_MS = 3 * 24 * 3_600_000;

/** What asking by batch takes. @throws Failure where the provider has no such endpoint */
function openBatch(settings: TeacherSettings, { fileName, signal }: { fileName: string; signal: AbortSignal }): BatchFetchOptions {
  const wire = BATCH_WIRES[settings.provider];
  const { label } = PROVIDER_FACTS[settings.provider];
  if (wire === undefined) throw new Failure("teacher-request", `${label} has no batch endpoint. Leave out --batch.`);
  const jobs = openBatchJobs(join(options.out, fileName.replace(/jsonl$/, "batches.json")));
  const times = { timeoutMs: 1000 * (toNumber(options.timeout) ?? 300), idleMs: 120_000 };
  return { ...realSurroundings, ...times, wire, jobs, label, model: settings.model, signal };
}

/** A teacher with what the command line says and keeps of it. */
interface Labeler {
  readonly teacher: Teacher;
  readonly fileName: string;
  /** Where the notes go. */
  readonly place: string;
  /** Everything that changes an answer. */
  readonly identity: readonly string[];
  readonly deidentify: boolean;
  /** When it is asked by batch. */
  readonly batch?: BatchFetchOptions | undefined;
}

const fileNameOf = (kind: string, name: string): string => `${kind}-${name.trim().replaceAll(/[^\w.-]+/g, "-")}.jsonl`;

async function openLabeler(given: string, { budget, signal, onBatch }: { budget: Budget; signal: AbortSignal; onBatch: (done: number, total: number) => void }): Promise<Labeler> {
  if (given.startsWith("ontology:")) {
    const name = given.slice("ontology:".length);
    const teacher = loadOntologyTeacher(name);
    return { teacher, fileName: fileNameOf("ontology", basename(name)), place: "this machine", identity: [teacher.provenance.name, teacher.provenance.version], deidentify: false };
  }
  const settings = settingsOf(given);
  const fileName = fileNameOf(settings.provider, settings.model);
  const batch = options.batch || options.cancelBatch ? openBatch(settings, { fileName, signal }) : undefined;
  const teacher = batch === undefined
    ? await createLlmTeacher(settings, { ...realSurroundings, budget, timeoutMs: 1000 * (toNumber(options.timeout) ?? 300) })
    : await createLlmTeacher({ ...settings, stream: false }, {
        ...realSurroundings,
        fetch: createBatchFetch({ ...batch, onProgress: onBatch }),
        budget,
        retry: { ...DEFAULT_RETRY, attempts: 1 }, // the next run asks anew
        timeoutMs: BATCH_TIMEOUT_MS,
        idleMs: BATCH_TIMEOUT_MS,
      });
  if (batch !== undefined && options.cancelBatch && !options.dryRun) say(`${batch.label}: ${await cancelBatches(batchPlaceOf(settings), batch)} batches cancelled. What they answered until now is fetched by the next run with --batch.`);
  const { name, version } = teacher.provenance;
  const { host, leavesMachine, encrypted } = endpointOf(settings);
  return {
    teacher,
    fileName,
    batch,
    place: `${host}, ${leavesMachine ? "the notes leave this machine" : "this machine"}${encrypted ? "" : ", NOT encrypted"}`,
    identity: [name, version, settings.baseUrl ?? "", settings.effort ?? "", String(options.schema), String(options.deidentify)],
    deidentify: options.deidentify,
  };
}

/** Sends nothing. */
async function estimateAll(teacher: Teacher, notes: readonly CorpusNote[]): Promise<Estimate> {
  const estimates = await Promise.all(notes.map((note) => teacher.estimate(note)));
  const sum = (field: "inputTokens" | "outputTokens"): number => estimates.reduce((total, estimate) => total + estimate[field], 0);
  return { inputTokens: sum("inputTokens"), outputTokens: sum("outputTokens"), cost: addCosts(estimates.map(({ cost }) => cost)) };
}

/** Who is told how far the batches are: the labeler is opened before its progress line. */
interface BatchTold {
  tell: (done: number, total: number) => void;
}

/** True when every note is labelled. */
async function labelWith(labeler: Labeler, { notes, signal, onBatch }: { notes: readonly CorpusNote[]; signal: AbortSignal; onBatch: BatchTold }): Promise<boolean> {
  const { teacher, identity, place } = labeler;
  const { name } = teacher.provenance;
  const cache = openLabelCache(options.cache, identity);
  const open = notes.filter(({ text }) => cache.get(text) === undefined);
  say(`${name}: ${notes.length} notes, ${notes.length - open.length} answered before; ${place}`);
  const sent = new Map(open.map((note) => [note.id, labeler.deidentify ? deidentify(note.text) : undefined]));
  const texts = open.map((note) => ({ ...note, text: sent.get(note.id)?.text ?? note.text }));
  const estimate = await estimateAll(teacher, texts);
  say(`${name}: about ${estimate.inputTokens} tokens in, ${estimate.outputTokens} out (estimate); list price ${formatCost(estimate.cost)}`);
  if (options.dryRun) return true;

  const progress = createProgressLine(name, open.length);
  const byId = new Map(open.map((note) => [note.id, note]));
  const failures = new Map<string, { count: number; message: string }>();
  const costs: Cost[] = [];
  const tokens = { input: 0, output: 0 };
  let done = 0;
  let failed = 0;
  const keep = (id: string, { annotation, counts, cost, usage }: TeacherReading): void => {
    const mentions = sent.get(id)?.restore(annotation.mentions) ?? annotation.mentions;
    const spans = mentions.map(({ start, end, type, assertion }) => ({ start, end, type, assertion }));
    cache.set(byId.get(id)?.text ?? "", { spans, counts });
    costs.push(cost);
    tokens.input += usage?.inputTokens ?? 0;
    tokens.output += usage?.outputTokens ?? 0;
    done++;
  };
  const show = (remark = ""): void => progress.show({ done, failed, remark });
  onBatch.tell = (there, total) => show(`in the batch: ${there} of ${total}`);
  const stopped = await labelNotes(texts, teacher, {
    ...realSurroundings,
    concurrency: labeler.batch === undefined ? (toNumber(options.concurrency) ?? 4) : Infinity,
    perMinute: labeler.batch === undefined ? toNumber(options.perMinute) : undefined,
    signal,
    onReading: ({ id }, reading) => {
      keep(id, reading);
      show();
    },
    onFailure: (_, { code, message }) => {
      failed++;
      failures.set(code, { count: (failures.get(code)?.count ?? 0) + 1, message });
      show();
    },
    onWait: ({ code }, delayMs) => show(`${code}, waiting ${Math.ceil(delayMs / 1000)} s`),
  });
  progress.end();
  for (const [code, { count, message }] of failures) say(`${name}: ${count} × ${code}: ${message}`);
  const waiting = labeler.batch?.jobs.all().length ?? 0;
  if (waiting > 0) say(`${name}: ${waiting} ${waiting === 1 ? "batch goes" : "batches go"} on at the provider. Start the same command again to fetch the answers, or with --cancel-batch to stop.`);
  if (stopped !== undefined) say(`${name}: stopped. Start again to go on.`);
  if (costs.length > 0) say(`${name}: ${tokens.input} tokens in, ${tokens.output} out; list price ${formatCost(addCosts(costs))}`);
  return write(labeler, notes, (text) => cache.get(text));
}

/** The notes labelled so far. True when they are all. */
function write({ fileName }: Labeler, notes: readonly CorpusNote[], get: (text: string) => CachedReading | undefined): boolean {
  const counts = { exact: 0, repaired: 0, lost: 0, rejected: 0 };
  const lines = notes.flatMap((note) => {
    const reading = get(note.text);
    if (reading === undefined) return [];
    for (const status of ["exact", "repaired", "lost", "rejected"] as const) counts[status] += reading.counts[status];
    return [corpusLine({ ...note, spans: reading.spans })];
  });
  const path = join(options.out, fileName);
  mkdirSync(options.out, { recursive: true });
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  say(`${path}: ${lines.length} of ${notes.length} notes; quotes ${counts.exact} exact, ${counts.repaired} repaired, ${counts.lost} lost, ${counts.rejected} rejected`);
  return lines.length === notes.length;
}

try {
  if (options.baseUrl !== undefined && options.teacher.length > 1) throw new Failure("teacher-request", "--base-url goes with one teacher.");
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const notes = options.notes.flatMap(readCorpus).slice(0, toNumber(options.limit));
  if (new Set(notes.map(({ id }) => id)).size < notes.length) throw new Failure("line-malformed", "Two notes have the same id. Give each its own.");
  const budget = createBudget(toNumber(options.budget));
  for (const teacher of options.teacher) {
    const { signal } = stop;
    const onBatch: BatchTold = { tell: () => undefined };
    const labeler = await openLabeler(teacher, { budget, signal, onBatch: (done, total) => onBatch.tell(done, total) });
    if (!options.cancelBatch && !(await labelWith(labeler, { notes, signal, onBatch }))) process.exitCode = 1;
    if (stop.signal.aborted) break;
  }
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(error.message);
  process.exitCode = 2;
}
