/** Every provider, streamed and whole, through every reply and every fault, against a server that speaks its format. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiKey } from "../../src/teacher/key.ts";
import { createLlmTeacher } from "../../src/teacher/llm-teacher.ts";
import { PROVIDERS, type ProviderId } from "../../src/teacher/settings.ts";
import { realSurroundings } from "../../src/teacher/surroundings.ts";
import type { TeacherReading } from "../../src/teacher/teacher.ts";
import { TeacherFailure } from "../../src/teacher/teacher-failure.ts";
import { startFakeProvider, type FakeProvider } from "./fake-provider/server.ts";
import type { Received, Step } from "./fake-provider/scenario.ts";
import { USAGE } from "./fake-provider/scenario.ts";
import { devNotes, type LabelledNote } from "./notes.ts";
import { REPLY_CASES } from "./reply-cases.ts";
import { TRANSPORT_CASES } from "./transport-cases.ts";

const KEY = "sk-marked-Key_0123456789-zebra";
const notes = devNotes();
let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(() => server.close());

const BASE: Readonly<Record<ProviderId, string>> = { openai: "/v1", openrouter: "/api/v1", "openai-compatible": "/v1", anthropic: "", gemini: "", ollama: "" };

interface Run {
  readonly provider: ProviderId;
  readonly stream: boolean;
  readonly seed: number;
  readonly idleMs?: number | undefined;
}

interface Outcome {
  readonly reading?: TeacherReading;
  readonly failure?: TeacherFailure;
  readonly received: readonly Received[];
  readonly waits: readonly number[];
}

async function annotate(steps: readonly Step[], note: LabelledNote, { provider, stream, seed, idleMs }: Run): Promise<Outcome> {
  const { baseUrl, received } = server.play({ provider, key: KEY, steps, seed });
  const settings = { provider, model: "some-model", baseUrl: baseUrl + BASE[provider], key: new ApiKey(KEY), stream };
  const waits: number[] = [];
  const sleep = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const retry = { attempts: 3, firstDelayMs: 1000, longestDelayMs: 30_000, longestRetryAfterMs: 60_000 };
  const teacher = await createLlmTeacher(settings, { ...realSurroundings, sleep, random: () => 0.5, retry, idleMs });
  try {
    return { reading: await teacher.annotate(note), received, waits };
  } catch (error) {
    if (!(error instanceof TeacherFailure)) throw error;
    return { failure: error, received, waits };
  }
}

const fold = (text: string): string => text.toLowerCase().replaceAll(/[\s\u2010-\u2015-]+/gu, "").replaceAll("’", "'");

/** What is wrong with the spans: they must be in order, disjoint, and each one a place where a quote of the reply stands. */
function wrongSpans({ annotation }: TeacherReading, note: LabelledNote, said: string): string[] {
  const quotes = new Set(Array.from(said.matchAll(/"quote":\s*"((?:[^"\\]|\\.)*)"/g), ([, quote = ""]) => fold(JSON.parse(`"${quote}"`) as string)));
  let end = 0;
  return annotation.mentions.flatMap((mention) => {
    const ordered = mention.start >= end && mention.end > mention.start && mention.end <= note.text.length;
    end = mention.end;
    return ordered && quotes.has(fold(note.text.slice(mention.start, mention.end))) ? [] : [`${mention.start} to ${mention.end}`];
  });
}

/** Neither key nor note in what a user, a log or a bug report may see of a failure. */
function expectDiscreet(failure: TeacherFailure, note: LabelledNote): void {
  const shown = [failure.message, failure.stack, String(failure), JSON.stringify(failure), JSON.stringify(failure.cause ?? "")].join("\n");
  expect(shown).not.toContain(KEY);
  expect(shown).not.toContain("zebra");
  const repeated = note.mentions.filter(({ start, end }) => end - start > 8 && failure.message.includes(note.text.slice(start, end)));
  expect(repeated).toEqual([]);
  expect(failure.message).toMatch(/^[A-Z].*\.$/s);
}

const HEADERS = /^(host|connection|content-type|content-length|authorization|x-api-key|anthropic-version|anthropic-dangerous-direct-browser-access|x-goog-api-key|accept.*|user-agent|sec-fetch-mode|cache-control|pragma)$/;

/** The key only in the header for it, no header that a preflight would refuse. */
function expectClean(received: readonly Received[]): void {
  const wrong = received.flatMap(({ path, headers, body }) => [...(path.includes(KEY) || body.includes(KEY) ? ["key"] : []), ...Object.keys(headers).filter((name) => !HEADERS.test(name))]);
  expect(wrong).toEqual([]);
}

const quotedOf = (note: LabelledNote) => note.mentions.map(({ start, end, type, assertion }) => ({ quote: note.text.slice(start, end), type, assertion }));
const MODES = PROVIDERS.flatMap((provider) => [true, false].map((stream) => ({ provider, stream, name: `${provider}, ${stream ? "streamed" : "whole"}` })));
const noteFor = (seed: number): LabelledNote => notes[seed % notes.length] ?? { id: "", text: "", mentions: [] };

describe.each(MODES)("$name", ({ provider, stream }) => {
  it.each(REPLY_CASES.map((reply, i) => ({ ...reply, seed: i * 7 + PROVIDERS.indexOf(provider) * 3 + (stream ? 1 : 0) })))("reply: $name", async ({ replies, expected, requests, seed }) => {
    const note = noteFor(seed);
    const quoted = quotedOf(note);
    const texts = replies(quoted, note, seed);
    const { reading, failure, received } = await annotate(texts.map((text) => ({ kind: "reply", text })), note, { provider, stream, seed });
    expectClean(received);
    expect(received.length).toBe(requests);
    if (typeof expected === "string") {
      expect(failure?.code).toBe(expected);
      if (failure !== undefined) expectDiscreet(failure, note);
      return;
    }
    expect(failure?.code).toBe(undefined);
    if (reading === undefined) throw new Error("no reading");
    expect(wrongSpans(reading, note, texts.join("\n"))).toEqual([]);
    expect(reading.requests).toBe(requests);
    expect(reading.usage).toMatchObject({ inputTokens: USAGE.input * requests, outputTokens: USAGE.output * requests });
    // One quote of one note stands inside a word, where none is looked for.
    expect(reading.annotation.mentions.length).toBeGreaterThanOrEqual(Math.floor(expected * quoted.length) - 1);
  });

  const cases = TRANSPORT_CASES.filter(({ only, notOllama }) => (only === undefined || (only === "stream") === stream) && !(notOllama === true && provider === "ollama"));
  it.each(cases.map((fault, i) => ({ ...fault, seed: i * 5 + PROVIDERS.indexOf(provider) })))("fault: $name", async ({ steps, expected, requests, seed, idleMs }) => {
    const note = noteFor(seed);
    const quoted = quotedOf(note);
    const { reading, failure, received, waits } = await annotate(steps(JSON.stringify({ mentions: quoted })), note, { provider, stream, seed, idleMs });
    expectClean(received);
    expect(failure?.code ?? "reading").toBe(expected);
    // A try that runs out of time may never have reached the server.
    if (idleMs === undefined) expect(received.length).toBe(requests);
    expect(waits.length).toBe(requests - 1);
    if (failure !== undefined) expectDiscreet(failure, note);
    if (reading !== undefined) expect(reading.annotation.mentions.length).toBeGreaterThanOrEqual(quoted.length - 1);
  });
});

describe("waiting", () => {
  it("waits as long as Retry-After says", async () => {
    const note = noteFor(0);
    const steps: Step[] = [{ kind: "error", error: "rate-limit", headers: { "retry-after": "7" } }, { kind: "reply", text: '{"mentions":[]}' }];
    const { waits } = await annotate(steps, note, { provider: "openai", stream: true, seed: 1 });
    expect(waits).toEqual([7500]);
  });

  it("reads Google's RetryInfo", async () => {
    const { waits } = await annotate([{ kind: "error", error: "rate-limit" }, { kind: "reply", text: '{"mentions":[]}' }], noteFor(0), { provider: "gemini", stream: true, seed: 1 });
    expect(waits).toEqual([2500]);
  });

  it("doubles the longest wait from try to try", async () => {
    const { waits } = await annotate([{ kind: "error", error: "server" }], noteFor(0), { provider: "openai", stream: true, seed: 1 });
    expect(waits).toEqual([500, 1000]);
  });
});
