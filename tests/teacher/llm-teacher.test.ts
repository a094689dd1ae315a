import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBudget } from "../../src/teacher/budget.ts";
import { ApiKey } from "../../src/teacher/key.ts";
import { createLlmTeacher, type LlmTeacherOptions } from "../../src/teacher/llm-teacher.ts";
import { labelNotes } from "../../src/teacher/label-notes.ts";
import { retryDelayMs } from "../../src/teacher/retry.ts";
import { retryAfterMs } from "../../src/teacher/provider-errors.ts";
import { realSurroundings } from "../../src/teacher/surroundings.ts";
import type { Teacher } from "../../src/teacher/teacher.ts";
import { TeacherFailure } from "../../src/teacher/teacher-failure.ts";
import type { Step } from "./fake-provider/scenario.ts";
import { startFakeProvider, type FakeProvider } from "./fake-provider/server.ts";
import { INJECTIONS } from "./injections.ts";

let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(() => server.close());

async function teacherOf(steps: readonly Step[], more: Partial<LlmTeacherOptions> = {}): Promise<{ teacher: Teacher; requests: () => number }> {
  const { baseUrl, received } = server.play({ provider: "openai", key: "k", steps, seed: 1 });
  const settings = { provider: "openai", model: "gpt-4o", baseUrl: `${baseUrl}/v1`, key: new ApiKey("k") } as const;
  const teacher = await createLlmTeacher(settings, { ...realSurroundings, sleep: () => Promise.resolve(), ...more });
  return { teacher, requests: () => received.length };
}
const note = { id: "n1", text: "Chest pain. Takes aspirin." };
const said = JSON.stringify({ mentions: [{ quote: "aspirin", type: "medication", assertion: "present" }] });

describe("teacher", () => {
  it("ends in an annotation with hash and provenance", async () => {
    const { teacher } = await teacherOf([{ kind: "reply", text: said }]);
    const texts: string[] = [];
    const { annotation, counts } = await teacher.annotate(note, { onText: (text) => void texts.push(text) });
    expect(annotation).toEqual({
      noteId: "n1",
      textHash: createHash("sha256").update(note.text).digest("hex"),
      mentions: [{ start: 18, end: 25, type: "medication", assertion: "present", score: 1 }],
      provenance: { kind: "teacher", name: "openai:gpt-4o", version: expect.stringMatching(/^guideline-1\.1\.prompt-\d+\+[0-9a-f]{12}$/) as string },
    });
    expect(counts).toEqual({ exact: 1, repaired: 0, lost: 0, rejected: 0 });
    expect(texts.at(-1)).toBe(said);
  });

  it("is cancelled before, amid a reply and amid a wait: the signal's reason, no failure", async () => {
    const reason = new Error("cancelled by the user");
    const early = new AbortController();
    early.abort(reason);
    const quick = await teacherOf([{ kind: "reply", text: said }]);
    await expect(quick.teacher.annotate(note, { signal: early.signal })).rejects.toBe(reason);
    const amid = new AbortController();
    const slow = await teacherOf([{ kind: "silent", when: "amid", text: said }]);
    await expect(slow.teacher.annotate(note, { signal: amid.signal, onText: () => amid.abort(reason) })).rejects.toBe(reason);
    const waiting = new AbortController();
    const failing = await teacherOf([{ kind: "error", error: "rate-limit", headers: { "retry-after": "60" } }], { sleep: realSurroundings.sleep });
    await expect(failing.teacher.annotate(note, { signal: waiting.signal, onWait: () => setTimeout(() => waiting.abort(reason), 5) })).rejects.toBe(reason);
    expect(failing.requests()).toBe(1);
  }, 30_000);

  it("keeps its time limits also when fetch misses the abort", async () => {
    const deaf = (): Promise<Response> => Promise.resolve(new Response(new ReadableStream({ pull: () => new Promise<void>(() => undefined) })));
    for (const fetch of [deaf, () => new Promise<Response>(() => undefined)]) {
      const { teacher } = await teacherOf([], { fetch, idleMs: 20, retry: { attempts: 2, firstDelayMs: 1, longestDelayMs: 1, longestRetryAfterMs: 1 } });
      await expect(teacher.annotate(note)).rejects.toMatchObject({ code: "teacher-timeout" });
    }
  });

  it("sends nothing that could go over the budget", async () => {
    const { teacher, requests } = await teacherOf([{ kind: "reply", text: said }], { budget: createBudget(1e-9) });
    // Behind another address than the provider's the price is unknown, on this machine there is none.
    await teacher.annotate(note);
    expect(requests()).toBe(1);
    const remote = await createLlmTeacher({ provider: "openai", model: "gpt-4o", key: new ApiKey("k") }, { ...realSurroundings, budget: createBudget(1e-9), fetch: () => Promise.reject(new Error("sent")) });
    await expect(remote.annotate(note)).rejects.toMatchObject({ code: "teacher-budget" });
  });

  it("reads injected notes as any other: grounded or nothing", async () => {
    for (const text of INJECTIONS.slice(0, 12)) {
      const { teacher } = await teacherOf([{ kind: "reply", text: `I was told: ${text}` }, { kind: "reply", text: said }]);
      const reading = await teacher.annotate({ id: "x", text }).catch((error: unknown) => error);
      if (reading instanceof TeacherFailure) expect(reading.code).toMatch(/^teacher-(malformed|refused)$/);
      else for (const { start, end } of (reading as Awaited<ReturnType<Teacher["annotate"]>>).annotation.mentions) expect(["aspirin", "cancer"]).toContain(text.slice(start, end));
    }
  }, 30_000);
});

describe("many notes", () => {
  it("keeps to the concurrency, spaces requests, and stops when calling is useless", async () => {
    const notes = Array.from({ length: 6 }, (_, i) => ({ ...note, id: `n${i}` }));
    const good = await teacherOf([{ kind: "reply", text: said }]);
    const waits: number[] = [];
    const read: string[] = [];
    const options = { concurrency: 2, perMinute: 60, nowMs: () => 0, sleep: (ms: number) => Promise.resolve(void waits.push(ms)), onReading: ({ id }: { id: string }) => void read.push(id), onFailure: () => undefined };
    expect(await labelNotes(notes, good.teacher, options)).toBe(undefined);
    expect(read.length).toBe(6);
    expect(waits).toEqual([1000, 2000, 3000, 4000, 5000]);
    const bad = await teacherOf([{ kind: "error", error: "quota" }]);
    expect((await labelNotes(notes, bad.teacher, { ...options, concurrency: 1 }))?.code).toBe("teacher-quota");
    expect(bad.requests()).toBe(1);
  }, 30_000);
});

describe("waiting", () => {
  const policy = { attempts: 9, firstDelayMs: 1000, longestDelayMs: 8000, longestRetryAfterMs: 60_000, random: () => 1 };
  it("backs off to the longest delay", () => {
    const failure = new TeacherFailure("teacher-overloaded", "x", { retryable: true });
    expect([1, 2, 3, 4, 5, 8, 9].map((attempt) => retryDelayMs(failure, attempt, policy))).toEqual([1000, 2000, 4000, 8000, 8000, 8000, undefined]);
    expect(retryDelayMs(new TeacherFailure("teacher-quota", "x"), 1, policy)).toBe(undefined);
  });

  it.each([
    [{ "retry-after": "3" }, 3000],
    [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
    [{ "retry-after": "Wed, 25 Nov 2026 00:00:30 GMT" }, 30_000],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "-4" }, undefined],
    [{}, undefined],
  ])("reads %o", (headers, expected) => {
    expect(retryAfterMs(new Headers(headers), Date.parse("2026-11-25T00:00:00Z"))).toBe(expected);
  });
});
