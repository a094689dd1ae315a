import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import { CHARTLIGHT_JSON, CHARTLIGHT_JSONL } from "../../../src/core/formats/chartlight-json.ts";
import { chartlightKind, readChartlightJson, readChartlightLine } from "../../../src/core/formats/chartlight-reader.ts";
import type { NoteRecord } from "../../../src/core/note-record.ts";
import { law } from "../laws.ts";
import { readMarked } from "../marked.ts";
import { noteRecords } from "./records.ts";
import { writtenFile } from "./written.ts";

const linesOf = (file: string) => file.split("\n").slice(0, -1);

/** What the reader makes of a change in our own file. */
function refusal(read: () => unknown): Failure {
  try {
    read();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("it was read");
}

function recordOf(marked: string, rest: Partial<NoteRecord> = {}): NoteRecord {
  const { text, mentions } = readMarked(marked);
  return { id: "1", name: "n", text, addedAtMs: 1, reading: { mentions, provenance: { kind: "student", name: "s", version: "1" } }, corrections: [], ...rest };
}

describe("JSON document", () => {
  test("what is written comes back whole, and is written again byte for byte", () => {
    law(
      fc.property(noteRecords, (records) => {
        const file = writtenFile(CHARTLIGHT_JSON, records);
        const back = readChartlightJson(file);
        expect(back).toEqual(records);
        expect(writtenFile(CHARTLIGHT_JSON, back)).toBe(file);
        expect(chartlightKind(file)).toBe("json");
      }),
    );
  });

  test("no notes is a file too", () => {
    expect(readChartlightJson(writtenFile(CHARTLIGHT_JSON, []))).toEqual([]);
  });

  test.each([
    ["an offset behind the text", (file: string) => file.replace('"end":7', '"end":70'), "notes.0.reading.mentions.0 is [0, 70) in a text of 19 UTF-16 units"],
    ["a mention of nothing", (file: string) => file.replace('"end":7', '"end":0'), "notes.0.reading.mentions.0 is [0, 0)"],
    ["another text at the offsets", (file: string) => file.replace('"text":"aspirin"', '"text":"heparin"'), "notes.0.reading.mentions.0.text"],
    ["an unknown type", (file: string) => file.replace('"medication"', '"drug"'), "notes.0.reading.mentions.0.type"],
    ["a missing text", (file: string) => file.replace('"text":"aspirin was stopped",', ""), "notes.0.text"],
    ["another unit", (file: string) => file.replace("utf16", "codepoint"), "offsetUnit"],
    ["half a file", (file: string) => file.slice(0, -20), "not JSON"],
    ["overlapping mentions", (file: string) => file.replace(/(\{"start".*?\})/, '$1,$1'), "reading.mentions overlap"],
  ])("%s is refused, by its place and without the note", (_, spoil, place) => {
    const file = spoil(writtenFile(CHARTLIGHT_JSON, [recordOf("[M aspirin] was stopped")]));
    const { code, message } = refusal(() => readChartlightJson(file));
    expect(code).toBe("file-unreadable");
    expect(message).toContain(place);
    expect(message).not.toMatch(/aspirin|heparin|stopped/);
  });

  test("a newer format is refused as such", () => {
    const file = writtenFile(CHARTLIGHT_JSON, [recordOf("[M aspirin]")]).replace('"version":1', '"version":2');
    expect(refusal(() => readChartlightJson(file)).message).toContain("Update Chartlight");
  });

  test("carriage returns of a file that another program wrote go, and offsets follow", () => {
    const file = writtenFile(CHARTLIGHT_JSON, [recordOf("a\r\n[M aspirin]\r\n\r[D PE]")]);
    const [record] = readChartlightJson(file);
    expect(record?.text).toBe("a\naspirin\n\nPE");
    expect(record?.reading?.mentions.map(({ start, end }) => record.text.slice(start, end))).toEqual(["aspirin", "PE"]);
  });
});

describe("JSON lines", () => {
  test("each line comes back whole, and is written again byte for byte", () => {
    law(
      fc.property(noteRecords, (records) => {
        const file = writtenFile(CHARTLIGHT_JSONL, records);
        const back = linesOf(file).map(readChartlightLine);
        expect(back).toEqual(records);
        expect(writtenFile(CHARTLIGHT_JSONL, back)).toBe(file);
        if (records.length > 0) expect(chartlightKind(file)).toBe("jsonl");
      }),
    );
  });

  test("a malformed line is named by its number", () => {
    const { code, message } = refusal(() => readChartlightLine('{"format":"chartlight-note","version":1,"offsetUnit":"utf16","id":"1"}', 7));
    expect(code).toBe("line-malformed");
    expect(message).toContain("Line 7");
    expect(message).toContain("name is missing");
  });

  test("other JSON is not ours", () => {
    expect(chartlightKind('{"id":"1","text":"chartlight-notes"}')).toBeUndefined();
    expect(chartlightKind("")).toBeUndefined();
  });
});
