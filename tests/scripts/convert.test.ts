import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readChartlightLine } from "../../src/core/formats/chartlight-reader.ts";

const folder = mkdtempSync(join(tmpdir(), "convert-"));
afterAll(() => rmSync(folder, { recursive: true }));

function convert(input: string, ...flags: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/convert.ts", ...flags], { input, encoding: "utf8" });
  return { code: status, stdout, stderr };
}

const TEXT = "💊 aspirin for chest pain";
const own = (id: string): string =>
  JSON.stringify({
    ...{ format: "chartlight-note", version: 1, offsetUnit: "utf16", id, name: "Anna M.", addedAtMs: 1, text: TEXT },
    reading: {
      provenance: { kind: "student", name: "student-1", version: "1" },
      mentions: [
        { start: 3, end: 10, type: "medication", assertion: "present", score: 0.9 },
        { start: 15, end: 25, type: "symptom", assertion: "hypothetical", score: 0.8 },
      ],
    },
  });
const annotated = (unit: "utf16" | "codepoint"): string => {
  const shift = unit === "utf16" ? 0 : -1;
  const mentions = [{ start: 3 + shift, end: 10 + shift, type: "medication", assertion: "present", score: 0.9, text: "aspirin" }];
  return JSON.stringify({ id: "a", offsetUnit: unit, mentions });
};

describe("convert", { timeout: 120_000 }, () => {
  it("writes one file to standard output, and says what it wrote", () => {
    const { code, stdout, stderr } = convert(`${own("a")}\n\n${own("b")}`, "--to", "spacy");
    expect(code).toBe(0);
    expect(stdout.trim().split("\n").map((line) => JSON.parse(line) as unknown)).toEqual(Array(2).fill({ text: TEXT, entities: [[2, 9, "medication"], [14, 24, "symptom"]] }));
    expect(stderr).toBe("Notes: 2. Mentions: 4. Offsets: codepoint.\n");
  });

  it("writes several files to a folder, and counts what a format leaves out", () => {
    const out = join(folder, "fhir");
    const { code, stderr } = convert(`${own("a")}\n${own("b")}\n`, "--to", "fhir", "--out", out, "--at", "2026-11-25T12:00:00Z");
    expect(code).toBe(0);
    expect(readdirSync(out)).toEqual(["note-0001.fhir.json", "note-0002.fhir.json"]);
    expect(readFileSync(join(out, "note-0001.fhir.json"), "utf8")).toContain('"timestamp":"2026-11-25T12:00:00.000Z"');
    expect(stderr).toMatch(/Notes: 2. Mentions: 4.*\n2 left out or changed: each is hypothetical/);
  });

  it.each(["utf16", "codepoint"] as const)("joins annotate's output (%s) with its input", (unit) => {
    const notes = join(folder, `notes-${unit}.jsonl`);
    writeFileSync(notes, JSON.stringify({ id: "a", text: TEXT }));
    const { code, stdout } = convert(annotated(unit), "--notes", notes, "--to", "chartlight-jsonl");
    expect(code).toBe(0);
    const { text, reading } = readChartlightLine(stdout, 1);
    expect(reading?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(["aspirin"]);
  });

  it("names malformed lines by number, never by text, converts the others and exits with 2", () => {
    const secret = "aspirin-secret";
    const { code, stdout, stderr } = convert([`{"id":"${secret}`, own("a"), annotated("utf16")].join("\n"), "--to", "csv");
    expect(code).toBe(2);
    expect(stdout.split("\r\n").filter((line) => line.includes("aspirin"))).toHaveLength(1);
    expect(stderr).toMatch(/^Line 1 .*\nLine 3 .*--notes.*\nNotes: 1/);
    expect(stderr).not.toContain(secret);
  });

  it("exits with 1 for an unknown format, a missing file, and several files without a folder", () => {
    expect(convert("", "--to", "pdf").code).toBe(1);
    expect(convert("", "--in", join(folder, "none.jsonl"), "--to", "csv").code).toBe(1);
    expect(convert(own("a"), "--to", "brat").code).toBe(1);
  });
});
