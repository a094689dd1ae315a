/** Ontologies as teachers from the command line: labelled, scored, compared with the rules. */

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "ontology-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (script: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const child = execFile("npx", ["tsx", script, ...args], (_, out, err) => done({ code: child.exitCode ?? -1, out, err }));
  });

it("labels, scores its own output and compares assertions", async () => {
  const notes = join(folder, "notes.jsonl");
  const entities = [{ start: 5, end: 15, type: "symptom", assertion: "absent" }, { start: 17, end: 20, type: "disease", assertion: "past" }];
  writeFileSync(notes, `${JSON.stringify({ id: "a", text: "😀 No chest pain. HTN.", entities })}\n`);
  const labelled = await run("scripts/label.ts", ["--notes", notes, "--teacher", "ontology:problems", "ontology:medications", "--out", folder, "--cache", join(folder, "cache")]);
  expect(labelled.err).toContain("this machine");
  expect(labelled.code).toBe(0);
  const [line = ""] = readFileSync(join(folder, "ontology-problems.jsonl"), "utf8").split("\n");
  expect(JSON.parse(line)).toMatchObject({ id: "a", entities: [{ start: 5, end: 15, type: "symptom", assertion: "absent" }, { start: 17, end: 20, type: "disease", assertion: "present" }] });
  expect(readFileSync(join(folder, "ontology-medications.jsonl"), "utf8")).toContain('"entities":[]');

  const scored = await run("scripts/score.ts", ["--predictions", join(folder, "ontology-problems.jsonl"), "--assertion", "rules", notes]);
  expect(scored.out).toMatch(/disease +strict +1\.000 +1\.000/);
  expect(scored.out).toContain("assertion on 2 strict hits: own 0.500, rules 0.500");

  const unknown = await run("scripts/label.ts", ["--notes", notes, "--teacher", "ontology:snomed", "--out", folder, "--cache", join(folder, "cache")]);
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.err).toContain("ontology:medications");
}, 180_000);
