import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
let folder = "";
const file = (name: string) => join(folder, name);

const TEXT = "🙂 fever, no cough, chest pain, aspirin";
const at = (words: string): { start: number; end: number } => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
  return { start, end: start + words.length };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "score-"));
  const gold = [
    { ...at("fever"), type: "symptom", assertion: "present" },
    { ...at("cough"), type: "symptom", assertion: "absent" },
    { ...at("chest pain"), type: "symptom", assertion: "present" },
    { ...at("aspirin"), type: "medication", assertion: "present" },
  ];
  const found = [
    { ...at("cough"), type: "symptom", assertion: "present" },
    { ...at("pain"), type: "symptom", assertion: "present" },
    { ...at("aspirin"), type: "symptom", assertion: "present" },
  ];
  await writeFile(file("gold.jsonl"), JSON.stringify({ id: "n1", text: TEXT, entities: gold }));
  await writeFile(file("found.jsonl"), JSON.stringify({ id: "n1", offsetUnit: "codepoint", mentions: found }));
});
afterAll(() => rm(folder, { recursive: true }));

const score = async (...options: string[]): Promise<string> =>
  (await run(process.execPath, ["--import", "tsx", "scripts/score.ts", file("gold.jsonl"), "--predictions", file("found.jsonl"), ...options])).stdout;

it("errors are counted by class and type, and listed by their places without a word of the note", async () => {
  const output = await score("--errors", "--list", "3");
  expect(output).toMatch(/missed +0 +1\n +spurious +0 +0\n +boundary +0 +1\n +type +1 +0\n +assertion +0 +1\n/);
  expect(output.trim().split("\n").slice(-3)).toEqual([
    "missed\tsymptom\tn1\tgold [2, 7) symptom present\tfound -",
    "assertion\tsymptom\tn1\tgold [12, 17) symptom absent\tfound [12, 17) symptom present",
    "boundary\tsymptom\tn1\tgold [19, 29) symptom present\tfound [25, 29) symptom present",
  ]);
  expect(output).not.toContain("cough");
}, 180_000);

it("the words are told when asked for; JSON has the counts on a line of their own", async () => {
  expect(await score("--list", "1", "--with-text")).toContain('gold [2, 7) symptom present "fever"');
  const lines = (await score("--errors", "--json")).trim().split("\n");
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({ data: "gold.jsonl", errors: { missed: { symptom: 1 }, type: { medication: 1 } } });
}, 180_000);
