/**
 * A `fetch` that answers by batch: requests made at about the same time become one job at the provider, and each is
 * answered when the job has ended. So a teacher needs to know nothing of batches, and its parser, its repair and its
 * budget stay the only ones. A request's id is the hash of its body: a run that is started again makes the same
 * requests, finds them in the jobs it left, and submits nothing twice.
 */

import { teacherFailure } from "../provider-errors.ts";
import { withRetry } from "../retry.ts";
import { sha256Hex } from "../sha256.ts";
import { TeacherFailure } from "../teacher-failure.ts";
import { fetchText, type CallOptions, type Surroundings } from "../transport.ts";
import { MOST_ITEMS, type BatchAnswer, type BatchItem, type BatchPlace, type BatchWire, type Send } from "./batch-wire.ts";

/** A job at the provider that has not been fetched yet. */
export interface BatchJob {
  readonly name: string;
  readonly itemIds: readonly string[];
}

/** Outlives the run. */
export interface BatchJobs {
  all(): readonly BatchJob[];
  add(job: BatchJob): void;
  remove(name: string): void;
}

export interface BatchFetchOptions extends Surroundings, Pick<CallOptions, "label" | "model" | "signal" | "timeoutMs" | "idleMs"> {
  readonly wire: BatchWire;
  readonly jobs: BatchJobs;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Requests that come within this time of each other go together. */
const GATHER_MS = 500;
const FIRST_LOOK_MS = 5000;
const LONGEST_WAIT_MS = 60_000;

interface Waiting extends BatchItem {
  readonly place: BatchPlace;
  answer(answer: BatchAnswer): void;
  fail(error: unknown): void;
}

/** For requests with a JSON body, all of one teacher. Each rejects with the signal's reason when it is cancelled; the job goes on. */
export function createBatchFetch(options: BatchFetchOptions): typeof globalThis.fetch {
  const { sleep, signal } = options;
  let gathered: Waiting[] = [];

  async function gather(): Promise<void> {
    let before: number;
    do {
      before = gathered.length;
      await sleep(GATHER_MS, signal);
    } while (gathered.length > before);
    const waiting = gathered;
    gathered = [];
    await answerAll(waiting, options);
  }

  return async (input, init) => {
    const body = typeof init?.body === "string" ? init.body : "{}";
    const id = await sha256Hex(body);
    const headers = Object.fromEntries(new Headers(init?.headers));
    delete headers["content-type"];
    const { status, body: reply } = await new Promise<BatchAnswer>((answer, fail) => {
      init?.signal?.addEventListener("abort", () => fail(init.signal?.reason as Error), { once: true });
      const rest = JSON.parse(body) as Record<string, unknown>;
      delete rest.stream;
      const place = { url: input instanceof Request ? input.url : String(input), headers };
      gathered.push({ id, body: rest, place, answer, fail });
      if (gathered.length > 1) return;
      gather().catch((error: unknown) => {
        for (const waiting of gathered) waiting.fail(error);
        gathered = [];
      });
    });
    return new Response(JSON.stringify(reply), { status, headers: { "content-type": "application/json" } });
  };
}

/** Never rejects: what goes wrong is told to those who wait. */
async function answerAll(waiting: readonly Waiting[], options: BatchFetchOptions): Promise<void> {
  const open = new Map<string, Waiting[]>();
  for (const one of waiting) open.set(one.id, [...(open.get(one.id) ?? []), one]);
  const take = (ids: readonly string[]): Waiting[] =>
    ids.flatMap((id) => {
      const those = open.get(id) ?? [];
      open.delete(id);
      return those;
    });
  const left = options.jobs.all().map((job) => ({ job, those: take(job.itemIds) }));
  const parts = partsOf([...open.values()].flatMap(([first]) => first ?? []), options.wire);
  const fresh = parts.map((part) => ({ part, those: take(part.map(({ id }) => id)) }));
  const progress = createProgress(options);
  await Promise.all([
    ...left.filter(({ those }) => those.length > 0).map(({ job, those }) => follow(job, those, { options, progress: progress() })),
    ...fresh.map(async ({ part, those }) => {
      const told = progress();
      try {
        const place = part[0]?.place;
        if (place === undefined) return;
        const name = await options.wire.submit(part, place, sendOnce(options));
        const job = { name, itemIds: part.map(({ id }) => id) };
        options.jobs.add(job);
        await follow(job, those, { options, progress: told });
      } catch (error) {
        for (const one of those) one.fail(asFailure(error, options));
      }
    }),
  ]);
}

/** What a provider sends in another form is its failure, not ours. */
const asFailure = (error: unknown, { label }: BatchFetchOptions): unknown =>
  error instanceof SyntaxError || (error instanceof Error && error.name === "ValiError") ? teacherFailure("teacher-malformed", label) : error;

function partsOf(items: readonly Waiting[], { mostBytes }: BatchWire): Waiting[][] {
  const parts: Waiting[][] = [];
  let bytes = Infinity;
  for (const item of items) {
    const size = new TextEncoder().encode(JSON.stringify(item.body)).length + 200; // and what is around it
    let last = parts.at(-1);
    if (last === undefined || bytes + size > mostBytes || last.length === MOST_ITEMS) {
      parts.push((last = []));
      bytes = 0;
    }
    last.push(item);
    bytes += size;
  }
  return parts;
}

interface Following {
  readonly options: BatchFetchOptions;
  readonly progress: (done: number, total: number) => void;
}

/** Looks until the job has ended, then answers those who wait for it. Never rejects. */
async function follow(job: BatchJob, those: readonly Waiting[], { options, progress }: Following): Promise<void> {
  const { wire, jobs, label, sleep, signal } = options;
  const place = those[0]?.place;
  if (place === undefined) return;
  try {
    for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 1.5)) {
      const state = await wire.look(job.name, place, sender(options));
      if (state === undefined) throw teacherFailure("teacher-malformed", label);
      if (state.ended) {
        progress(job.itemIds.length, job.itemIds.length);
        jobs.remove(job.name);
        for (const one of those) {
          const found = state.answers.get(one.id);
          if (found === undefined) one.fail(unanswered(label));
          else one.answer(found);
        }
        return;
      }
      progress(state.done, state.total);
      await sleep(waitMs, signal);
    }
  } catch (error) {
    // The provider knows the job no more: the next run submits its requests anew.
    if (error instanceof TeacherFailure && error.code === "teacher-model") jobs.remove(job.name);
    for (const one of those) one.fail(asFailure(error, options));
  }
}

const unanswered = (label: string): TeacherFailure =>
  new TeacherFailure("teacher-timeout", `The batch at ${label} ended without an answer to this note: it expired, or was cancelled. Start again to ask anew.`);

const sender =
  (options: BatchFetchOptions): Send =>
  (request) =>
    withRetry(() => fetchText(request, options), options);

/** Not tried again: where the reply was lost, the job may stand. */
const sendOnce =
  (options: BatchFetchOptions): Send =>
  (request) =>
    fetchText(request, options);

/** One counter out of those of several jobs. */
function createProgress({ onProgress }: BatchFetchOptions): () => Following["progress"] {
  const states: { done: number; total: number }[] = [];
  return () => {
    const state = { done: 0, total: 0 };
    states.push(state);
    return (done, total) => {
      Object.assign(state, { done, total });
      onProgress?.(
        states.reduce((sum, each) => sum + each.done, 0),
        states.reduce((sum, each) => sum + each.total, 0),
      );
    };
  };
}

/** Stops the jobs at the provider. What they have answered is fetched by the next run. */
export async function cancelBatches(place: BatchPlace, options: BatchFetchOptions): Promise<number> {
  const jobs = options.jobs.all();
  for (const { name } of jobs) await options.wire.cancel(name, place, sender(options));
  return jobs.length;
}
