import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Ended {
  readonly code: number | null;
  readonly lines: readonly { id: string; offsetUnit: string; mentions: { start: number; end: number; text: string }[] }[];
  readonly stderr: string;
}

const PROGRAM = ["--import", "tsx", "scripts/annotate.ts"];

function annotate(input: string, ...flags: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [...PROGRAM, ...flags]);
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.end(input);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      const lines = stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line) as Ended["lines"][number]);
      resolve({ code, lines, stderr });
    }),
  );
}

const TEXT = "😷 Denies chest pain. Takes aspirin 💊 and metformin daily.";
const note = (id: string, text = TEXT): string => JSON.stringify({ id, text });
const codePoints = Array.from(TEXT);

describe.concurrent("annotate", { timeout: 180_000 }, () => {
  it("answers each note with a line, offsets in UTF-16 units; the page's own engine by default", async () => {
    const { code, lines, stderr } = await annotate(`${note("a")}\r\n\n${note("b", "")}`);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(lines.map(({ id, offsetUnit }) => [id, offsetUnit])).toEqual([["a", "utf16"], ["b", "utf16"]]);
    expect(lines[0]?.mentions.map(({ text }) => text)).toContain("aspirin");
    for (const { start, end, text } of lines[0]?.mentions ?? []) expect(TEXT.slice(start, end)).toBe(text);
  });

  it("counts code points when asked", async () => {
    const { code, lines } = await annotate(note("a"), "--offsets", "codepoint", "--engine", "native");
    expect(code).toBe(0);
    expect(lines[0]?.offsetUnit).toBe("codepoint");
    expect(lines[0]?.mentions.map(({ text }) => text)).toContain("metformin");
    for (const { start, end, text } of lines[0]?.mentions ?? []) expect(codePoints.slice(start, end).join("")).toBe(text);
  });

  it("names malformed lines by number, never by text, reads the others and exits with 2", async () => {
    const secret = "aspirin-secret";
    const input = [note("a"), `{"id": "${secret}`, "", JSON.stringify({ id: 1, words: secret }), note("z")].join("\n");
    const { code, lines, stderr } = await annotate(input, "--engine", "native");
    expect(code).toBe(2);
    expect(lines.map(({ id }) => id)).toEqual(["a", "z"]);
    expect(stderr).toMatch(/^Line 2 .*\nLine 4 .*\n$/);
    expect(stderr).not.toContain(secret);
  });

  it("is quiet when the reader of its output goes away", async () => {
    const child = spawn(process.execPath, [...PROGRAM, "--engine", "native"]);
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdin.on("error", () => undefined); // the child may end before it has read everything
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(`${note("a", TEXT.repeat(20))}\n`.repeat(2_000));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("says what is missing and exits with 1", async () => {
    const empty = await mkdtemp(join(tmpdir(), "chartlight-empty-"));
    const { code, stderr } = await annotate("", "--model", empty);
    expect(code).toBe(1);
    expect(stderr).toContain("manifest.json can't be read");
    await rm(empty, { recursive: true });
  });
});
