import { afterEach, describe, expect, test } from "vitest";
import { cancelBatches, createBatchFetch, type BatchFetchOptions, type BatchJob } from "../../../src/teacher/batch/batch-fetch.ts";
import { BATCH_WIRES, batchPlaceOf } from "../../../src/teacher/batch/by-id.ts";
import { ApiKey } from "../../../src/teacher/key.ts";
import { createLlmTeacher } from "../../../src/teacher/llm-teacher.ts";
import { DEFAULT_RETRY } from "../../../src/teacher/retry.ts";
import type { TeacherSettings } from "../../../src/teacher/settings.ts";
import { realSurroundings } from "../../../src/teacher/surroundings.ts";
import { startBatchServer, type BatchServer, type Outcome } from "../fake-provider/batch-server.ts";

const KEY = "sk-batch-Zyqqwort";
const NOTES = ["Takes aspirin.", "No fever.", "Takes metformin for pain."].map((text, i) => ({ id: `n${i}`, text }));
const QUOTES: Readonly<Record<string, string>> = { aspirin: "medication", fever: "symptom", metformin: "medication", pain: "symptom" };

/** The note's own words, as a teacher would quote them. */
function mentions(body: string): Outcome {
  const note = NOTES.find(({ text }) => body.includes(text))?.text ?? "";
  const found = Object.keys(QUOTES).filter((quote) => note.includes(quote));
  return { kind: "reply", text: JSON.stringify({ mentions: found.map((quote) => ({ quote, type: QUOTES[quote], assertion: "present" })) }) };
}

let server: BatchServer | undefined;
afterEach(() => server?.close());

const PROVIDERS = ["openai", "anthropic", "gemini"] as const;
type Provider = (typeof PROVIDERS)[number];

async function scene(provider: Provider, outcome: (body: string) => Outcome = mentions, options: Partial<BatchFetchOptions> = {}) {
  const running = (server = await startBatchServer(KEY, outcome));
  const wire = BATCH_WIRES[provider];
  if (wire === undefined) throw new Error("no batch endpoint");
  const left: BatchJob[] = [];
  const jobs = {
    all: () => [...left],
    add: (job: BatchJob) => void left.push(job),
    remove: (name: string) => void left.splice(left.findIndex((job) => job.name === name), 1),
  };
  const settings: TeacherSettings = { provider, model: "m-1", key: new ApiKey(KEY), baseUrl: provider === "openai" ? `${running.url}/v1` : running.url, stream: false, batch: true };
  const batch: BatchFetchOptions = {
    ...realSurroundings,
    sleep: (ms, signal) => realSurroundings.sleep(Math.min(ms / 5, 100), signal),
    wire,
    jobs,
    label: "The provider",
    model: "m-1",
    timeoutMs: 5000,
    idleMs: 5000,
    ...options,
  };
  /** One run of the command: what it knows of earlier ones is in the jobs alone. */
  const read = async (signal?: AbortSignal) => {
    const fetch = createBatchFetch({ ...batch, signal });
    const teacher = await createLlmTeacher(settings, { ...realSurroundings, fetch, retry: { ...DEFAULT_RETRY, attempts: 1 }, timeoutMs: 60_000, idleMs: 60_000 });
    return Promise.allSettled(NOTES.map((note) => teacher.annotate(note, { signal })));
  };
  return { server: running, left, read, batch, settings };
}

/** The words found, or the failure's code. */
const told = (results: Awaited<ReturnType<Awaited<ReturnType<typeof scene>>["read"]>>) =>
  results.map((result, i) =>
    result.status === "fulfilled" ? result.value.annotation.mentions.map(({ start, end }) => NOTES[i]?.text.slice(start, end)) : (result.reason as { code?: string }).code,
  );

const ALL = [["aspirin"], ["fever"], ["metformin", "pain"]];

describe.each(PROVIDERS)("%s", (provider) => {
  test("many notes are one job, and its answers find their notes in any order", async () => {
    const seen: [number, number][] = [];
    const { server: at, left, read } = await scene(provider, mentions, { onProgress: (done, total) => void seen.push([done, total]) });
    expect(told(await read())).toEqual(ALL);
    expect(at.submitted.map((items) => items.length)).toEqual([3]);
    expect(at.submitted.flat().some((body) => "stream" in body)).toBe(false);
    expect(left).toEqual([]);
    expect(seen.at(-1)).toEqual([3, 3]);
  });

  test("a run that is cut off leaves its job, and the next one fetches it and submits nothing", async () => {
    const { server: at, left, read } = await scene(provider);
    at.looks = Infinity;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 800);
    expect(told(await read(stop.signal)).every((outcome) => typeof outcome !== "object")).toBe(true);
    expect(left).toHaveLength(1);
    at.looks = 0;
    expect(told(await read())).toEqual(ALL);
    expect(at.submitted).toHaveLength(1);
    expect(left).toEqual([]);
  });

  test("what failed, expired or came garbled is told apart, and asked again alone", async () => {
    let second = false;
    const { server: at, read } = await scene(provider, (body) => {
      if (second) return mentions(body);
      if (body.includes("No fever.")) return { kind: "expired" };
      return body.includes("Takes metformin for") ? { kind: "garbled" } : { kind: "error", status: 429 };
    });
    expect(told(await read())).toEqual(["teacher-rate-limit", "teacher-timeout", "teacher-timeout"]);
    second = true;
    expect(told(await read())).toEqual(ALL);
    expect(at.submitted.map((items) => items.length)).toEqual([3, 3]);
  });

  test("a reply in the wrong form is repaired in a batch of its own", async () => {
    const { server: at, read } = await scene(provider, (body) => (body.includes("Takes aspirin.") && !body.includes("not JSON at all") ? { kind: "reply", text: "not JSON at all" } : mentions(body)));
    expect(told(await read())).toEqual(ALL);
    expect(at.submitted.map((items) => items.length)).toEqual([3, 1]);
  });

  test("trouble while looking is waited out; a refused submission is not tried again", async () => {
    const { server: at, read } = await scene(provider);
    const reading = read();
    const submissions = provider === "openai" ? 2 : 1;
    while (at.requests.length < submissions) await new Promise((soon) => setTimeout(soon, 5));
    at.trouble.push(500, 429, 0);
    expect(told(await reading)).toEqual(ALL);
    at.trouble.push(500);
    const before = at.requests.length;
    expect(told(await read())).toEqual(["teacher-overloaded", "teacher-overloaded", "teacher-overloaded"]);
    expect(at.requests.length).toBe(before + 1);
  });

  test("a wrong key is said, without the key; a job that the provider forgot is submitted anew", async () => {
    const { server: at, read, left } = await scene(provider);
    at.trouble.push(401);
    const refused = await read();
    expect(told(refused)).toEqual(["teacher-auth", "teacher-auth", "teacher-auth"]);
    expect(JSON.stringify(refused.map((result) => (result.status === "rejected" ? String(result.reason) : "")))).not.toContain(KEY);
    const stop = new AbortController();
    at.looks = Infinity;
    setTimeout(() => stop.abort(), 800);
    await read(stop.signal);
    expect(left).toHaveLength(1);
    at.trouble.push(404);
    at.looks = 0;
    expect(told(await read())).toEqual(["teacher-model", "teacher-model", "teacher-model"]);
    expect(told(await read())).toEqual(ALL);
    expect(at.submitted).toHaveLength(2);
  });

  test("cancelled jobs stop there, and what they answered is fetched", async () => {
    const { server: at, read, batch, settings, left } = await scene(provider);
    at.looks = Infinity;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 800);
    await read(stop.signal);
    expect(await cancelBatches(batchPlaceOf(settings), batch)).toBe(1);
    expect(at.cancelled).toHaveLength(1);
    expect(left).toHaveLength(1);
    expect(told(await read())).toEqual(ALL);
    expect(at.submitted).toHaveLength(1);
  });

  test("a job is no longer than the provider takes", async () => {
    const wire = BATCH_WIRES[provider];
    if (wire === undefined) throw new Error("no batch endpoint");
    const { server: at, read } = await scene(provider, mentions, { wire: { ...wire, mostBytes: 1 } });
    expect(told(await read())).toEqual(ALL);
    expect(at.submitted.map((items) => items.length)).toEqual([1, 1, 1]);
  });
});
