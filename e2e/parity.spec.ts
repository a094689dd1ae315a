import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { readNote, type Mark } from "./note-page.ts";
import { sampleNotes } from "./sample-notes.ts";
import { DIST } from "./servers/ports.ts";

const run = promisify(execFile);
const NOTES = 50;

interface AnnotatedLine {
  readonly id: string;
  readonly mentions: readonly Mark[];
}

/** What the command line says, note by note. */
async function annotate(notesFile: string): Promise<Map<string, Mark[]>> {
  const args = ["tsx", "scripts/annotate.ts", "--in", notesFile, "--models", `${DIST}/models`];
  const { stdout } = await run("npx", args, { maxBuffer: 64 * 1024 * 1024 });
  const lines = stdout.trim().split("\n").map((line) => JSON.parse(line) as AnnotatedLine);
  return new Map(
    lines.map(({ id, mentions }) => [id, mentions.map(({ start, end, type, assertion }) => ({ start, end, type, assertion }))]),
  );
}

test(`the page marks what the command line finds, in ${NOTES} notes`, async ({ page }, testInfo) => {
  test.setTimeout(900_000);
  const notes = sampleNotes(NOTES);
  const notesFile = testInfo.outputPath("notes.jsonl");
  await writeFile(notesFile, notes.map(({ id, text }) => JSON.stringify({ id, text })).join("\n"));
  const expected = await annotate(notesFile);
  expect([...expected.values()].flat().length).toBeGreaterThan(NOTES);

  await page.goto("/");
  for (const { id, text } of notes) {
    expect({ id, marks: await readNote(page, text) }).toEqual({ id, marks: expected.get(id) });
  }
});
