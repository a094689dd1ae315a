/** The command lines as a user runs them, against a fake server. */

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startBatchServer } from "./fake-provider/batch-server.ts";
import { startFakeProvider, type FakeProvider } from "./fake-provider/server.ts";

const folder = mkdtempSync(join(tmpdir(), "label-"));
let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function run(script: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const child = execFile("npx", ["tsx", script, ...args], { env: { ...process.env, TEACHER_API_KEY: "sk-zebra", OPENAI_API_KEY: "sk-zebra", OPENROUTER_API_KEY: "sk-zebra" } }, (_, out, err) => done({ code: child.exitCode ?? -1, out, err }));
  });
}

it("labels, goes on after a stop, combines and scores", async () => {
  const notes = join(folder, "notes.jsonl");
  const lines = [
    { id: "a", source: "test", text: "😀 Denies chest pain. Takes aspirin.", entities: [{ start: 9, end: 19, type: "symptom", assertion: "absent" }, { start: 27, end: 34, type: "medication", assertion: "present" }] },
    { id: "b", text: "Aspirin, aspirin. Chest pain." },
  ];
  writeFileSync(notes, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const text = JSON.stringify({ mentions: [{ quote: "chest pain", type: "symptom", assertion: "absent" }, { quote: "aspirin", type: "medication", assertion: "present" }, { quote: "flarbinol", type: "medication", assertion: "past" }] });
  const { baseUrl, received } = server.play({ provider: "openai-compatible", key: "sk-zebra", steps: [{ kind: "reply", text }, { kind: "error", error: "bad-request" }, { kind: "reply", text }], seed: 3 });
  const out = join(folder, "out");
  const common = ["--notes", notes, "--teacher", "openai-compatible:my/model", "--base-url", `${baseUrl}/v1`, "--out", out, "--cache", join(folder, "cache"), "--concurrency", "1"];

  const dry = await run("scripts/label.ts", [...common, "--dry-run"]);
  expect(dry).toMatchObject({ code: 0, out: "" });
  expect(dry.err).toMatch(/estimate/);
  expect(received.length).toBe(0);

  const first = await run("scripts/label.ts", common);
  expect(first.code).toBe(1);
  expect(first.err).toMatch(/1 × teacher-request/);
  const second = await run("scripts/label.ts", common);
  expect(second.code).toBe(0);
  expect(received.length).toBe(3);
  for (const { err } of [dry, first, second]) expect(err).not.toMatch(/zebra|chest pain/i);

  const file = join(out, "openai-compatible-my-model.jsonl");
  const labelled = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as { id: string; source?: string; text: string; entities: { start: number; end: number; text: string }[] });
  expect(labelled.map(({ id, source, entities }) => ({ id, source, entities: entities.map(({ text: quote }) => quote) }))).toEqual([
    { id: "a", source: "test", entities: ["chest pain", "aspirin"] },
    { id: "b", source: undefined, entities: ["aspirin", "Chest pain"] },
  ]);
  for (const { text: whole, entities } of labelled) for (const { start, end, text: quote } of entities) expect(Array.from(whole).slice(start, end).join("")).toBe(quote);

  const silver = join(folder, "silver.jsonl");
  const combined = await run("scripts/combine.ts", ["--labels", `one=${file}`, `two=${file}`, "--gold", notes, "--out", silver, "--rule", "union"]);
  expect(combined.code).toBe(0);
  expect(combined.out).toContain("| one + two, union | 0.667 | 0.000 | 0.667 |");
  expect(readFileSync(silver, "utf8")).toBe(readFileSync(file, "utf8"));

  const wrong = await run("scripts/label.ts", ["--notes", notes, "--teacher", "nobody:x", "--out", out, "--cache", join(folder, "cache")]);
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.err).toMatch(/^Unknown provider/m);
}, 300_000);

it("labels by batch at half the price, leaves nothing behind, and says where there is no batch", async () => {
  const notes = join(folder, "batch.jsonl");
  const out = join(folder, "batch-out");
  writeFileSync(notes, ["Takes aspirin.", "Aspirin again."].map((text, i) => `${JSON.stringify({ id: `n${i}`, text })}\n`).join(""));
  const batches = await startBatchServer("sk-zebra", () => ({ kind: "reply", text: JSON.stringify({ mentions: [{ quote: "aspirin", type: "medication", assertion: "present" }] }) }));
  try {
    batches.looks = 0;
    const given = (teacher: string, ...more: string[]) => run("scripts/label.ts", ["--notes", notes, "--teacher", teacher, "--out", out, "--cache", join(folder, "batch-cache"), ...more]);
    const price = ({ err }: { err: string }) => Number(/list price \$([\d.]+)/.exec(err)?.[1]);
    const [single, half, none] = await Promise.all([given("openai:gpt-4o", "--dry-run"), given("openai:gpt-4o", "--batch", "--dry-run"), given("openrouter:any/model", "--batch")]);
    expect(price(half) / price(single)).toBeCloseTo(0.5, 2);
    expect(none).toMatchObject({ code: 2 });
    expect(none.err).toContain("has no batch endpoint");

    const done = await given("openai:gpt-4o", "--batch", "--base-url", `${batches.url}/v1`);
    expect(done.code).toBe(0);
    expect(done.err).not.toMatch(/zebra|aspirin/i);
    expect(readFileSync(join(out, "openai-gpt-4o.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(2);
    expect(existsSync(join(out, "openai-gpt-4o.batches.json"))).toBe(false);
    expect((await given("openai:gpt-4o", "--batch", "--base-url", `${batches.url}/v1`)).code).toBe(0);
    expect(batches.submitted).toHaveLength(1);
  } finally {
    await batches.close();
  }
}, 60_000);
