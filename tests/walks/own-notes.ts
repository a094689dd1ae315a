/**
 * The walk of docs/your-own-notes.md with the smoke sizes: 20 notes, a local server that speaks OpenAI's format, label,
 * combine, train, export, annotate. Every step is the command of the document; a step that fails ends it.
 */

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseCorpusLine, type CorpusLine } from "../../src/core/jsonl.ts";
import type { Step } from "../teacher/fake-provider/scenario.ts";
import { startFakeProvider } from "../teacher/fake-provider/server.ts";

const NOTES = 20;
const PYTHON = resolve(".venv/bin/python");

const folder = mkdtempSync(join(tmpdir(), "chartlight-own-notes-"));
const at = (name: string): string => join(folder, name);

/** Not execFileSync: the server of this process must answer meanwhile. */
async function npx(args: readonly string[], stdin = ""): Promise<string> {
  console.log(`npx tsx ${args[0] ?? ""}`);
  const child = spawn("npx", ["tsx", ...args], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(stdin);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
  const code = await new Promise((done) => child.on("close", done));
  if (code !== 0) throw new Error(`${args[0] ?? ""} ended with ${String(code)}`);
  return out;
}

function python(module: string, args: readonly string[]): void {
  console.log(`python -m ${module}`);
  execFileSync(PYTHON, ["-m", module, ...args], { cwd: "training", stdio: ["ignore", "inherit", "inherit"] });
}

/** What a model would say of the note: its gold mentions as quotes, without every `leaveOut`th. */
function reply({ text, entities }: CorpusLine, leaveOut: number): Step {
  const said = entities.filter((_, i) => (i + 1) % leaveOut !== 0).map(({ start, end, type, assertion }) => ({ quote: text.slice(start, end), type, assertion: assertion ?? "present" }));
  return { kind: "reply", text: JSON.stringify({ mentions: said }) };
}

const gold = readFileSync("data/shorthand_notes.dev.jsonl", "utf8").trimEnd().split("\n").slice(0, NOTES).map(parseCorpusLine);
writeFileSync(at("notes.jsonl"), gold.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join(""));

const server = await startFakeProvider();
try {
  for (const [model, leaveOut] of [["careful", 1000], ["hasty", 5]] as const) {
    const { baseUrl } = server.play({ provider: "openai-compatible", key: "", steps: gold.map((note) => reply(note, leaveOut)), seed: 1 });
    await npx(["scripts/label.ts", "--notes", at("notes.jsonl"), "--teacher", `openai-compatible:${model}`, "--base-url", `${baseUrl}/v1`, "--out", at("labels"), "--cache", at("cache"), "--concurrency", "1"]);
  }
  const labels = (model: string): string => `${model}=${at(`labels/openai-compatible-${model}.jsonl`)}`;
  await npx(["scripts/combine.ts", "--labels", labels("careful"), labels("hasty"), "--notes", at("notes.jsonl"), "--rule", "union", "--out", at("silver.jsonl")]);
  python("chartlight.train", ["--smoke", "--data", at("nothing-else"), "--silver", at("silver.jsonl"), "--out", at("run")]);
  python("chartlight.reference", ["--model", at("run")]);
  await npx(["scripts/export-onnx.ts", "--model", at("run"), "--name", "own", "--out", at("models")]);
  const lines = (await npx(["scripts/annotate.ts", "--models", at("models"), "--in", at("notes.jsonl")])).trimEnd().split("\n");
  const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
  if (ids.join() !== gold.map(({ id }) => id).join()) throw new Error(`${ids.length} of ${NOTES} notes came back from the trained student`);
  console.log(`${NOTES} notes labelled, combined, trained on, exported and read by the new student`);
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}
