import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Clock } from "../../../src/app/clock.ts";
import { countNotes, exportNotes, type ExportJob, type ExportProgress } from "../../../src/app/export/export-notes.ts";
import { previewOf } from "../../../src/app/export/preview.ts";
import { BRAT } from "../../../src/core/formats/brat.ts";
import { CHARTLIGHT_JSON, CHARTLIGHT_JSONL } from "../../../src/core/formats/chartlight-json.ts";
import { readChartlightJson } from "../../../src/core/formats/chartlight-reader.ts";
import { FHIR } from "../../../src/core/formats/fhir.ts";
import { NOTE_FORMATS } from "../../../src/core/formats/note-formats.ts";
import type { NoteRecord } from "../../../src/core/note-record.ts";
import { readMarked } from "../../core/marked.ts";

const NOW_MS = new Date(2026, 10, 25, 12).getTime();

/** Time goes on by a millisecond at each look; tasks run as soon as the code under test lets them. */
function lookedAtClock(): Clock & { pauses: () => number } {
  let [now, pauses] = [NOW_MS, 0];
  return {
    now: () => ++now,
    after(ms, task) {
      pauses++;
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    pauses: () => pauses,
  };
}

const record = (marked: string, id: string): NoteRecord => {
  const { text, mentions } = readMarked(marked);
  return { id, name: `Müller, Anna ${id}`, text, addedAtMs: 1, date: undefined, reading: { mentions, provenance: { kind: "student", name: "s", version: "1" } }, corrections: [] };
};
const RECORDS = Array.from({ length: 40 }, (_, i) => record("😀 [M aspirin] for [D/hypothetical PE]", String(i)));
const job = (rest: Partial<ExportJob>): ExportJob => ({ linker: undefined, format: CHARTLIGHT_JSON, records: RECORDS, mentions: "all", options: { atMs: NOW_MS, byteOrderMark: false }, ...rest });
const never = new AbortController().signal;

describe("one file", () => {
  test("comes back as it was, under a neutral name, with its counts, in slices with progress", async () => {
    const clock = lookedAtClock();
    const progress: ExportProgress[] = [];
    const { blob, fileName, counts } = await exportNotes(job({}), { clock, signal: never, onProgress: (state) => progress.push(state) });
    expect(readChartlightJson(await blob.text())).toEqual(RECORDS);
    expect(blob.type).toBe("application/json");
    expect(fileName).toBe("chartlight-2026-11-25.json");
    expect(counts).toEqual({ notes: 40, mentions: 80, leftOut: new Map() });
    expect(clock.pauses()).toBeGreaterThan(2);
    expect(progress.every(({ done, total }) => done <= total && total === 40)).toBe(true);
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b));
  });

  test("no notes is a file too", async () => {
    const { blob } = await exportNotes(job({ records: [] }), { clock: lookedAtClock(), signal: never });
    expect(readChartlightJson(await blob.text())).toEqual([]);
  });

  test("FHIR of one note is a bundle, of several an archive", async () => {
    const one = await exportNotes(job({ format: FHIR, records: RECORDS.slice(0, 1) }), { clock: lookedAtClock(), signal: never });
    expect(one.fileName).toBe("chartlight-2026-11-25.fhir.json");
    expect((JSON.parse(await one.blob.text()) as { resourceType: string }).resourceType).toBe("Bundle");
    expect([...one.counts.leftOut.values()]).toEqual([1]);
    const all = await exportNotes(job({ format: FHIR }), { clock: lookedAtClock(), signal: never });
    expect(all.fileName).toBe("chartlight-2026-11-25.zip");
  });
});

test("an archive has every file of every note, none named after a patient", async () => {
  const { blob, fileName } = await exportNotes(job({ format: BRAT }), { clock: lookedAtClock(), signal: never });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  expect(fileName).toBe("chartlight-2026-11-25.zip");
  expect(blob.type).toBe("application/zip");
  expect(Object.keys(files)).toHaveLength(1 + 2 * 40);
  expect(Object.keys(files).join()).not.toMatch(/Anna/);
  expect(strFromU8(files["note-0040.txt"] ?? new Uint8Array())).toBe(RECORDS[39]?.text);
  expect(strFromU8(files["note-0040.ann"] ?? new Uint8Array())).toContain("T1\tmedication 2 9\taspirin");
});

test("cancelled, it ends at the next pause", async () => {
  const controller = new AbortController();
  const clock = lookedAtClock();
  const work = exportNotes(job({ records: Array.from({ length: 4_000 }, (_, i) => record("[M aspirin]", String(i))), format: CHARTLIGHT_JSONL }), {
    clock,
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(work).rejects.toThrow(/abort/i);
  expect(clock.pauses()).toBe(1);
});

test("counts alone are those of the export", async () => {
  const tools = { clock: lookedAtClock(), signal: never };
  expect(await countNotes(job({ format: FHIR }), tools)).toEqual((await exportNotes(job({ format: FHIR }), tools)).counts);
});

test.each(NOTE_FORMATS.map((format) => [format.id, format] as const))("%s: the preview is the beginning of a file, and short", (_, format) => {
  const preview = previewOf(job({ format }));
  expect(preview?.beginning.length).toBeGreaterThan(10);
  expect(preview?.beginning.length).toBeLessThan(2_000);
});

test("the preview of a very long note draws on its beginning alone, astral characters and all", () => {
  const long = record("😀[M aspirin] for [D PE]. ".repeat(5_000), "long");
  for (const format of NOTE_FORMATS) {
    const preview = previewOf(job({ format, records: [long] }));
    expect(preview?.beginning.length).toBeGreaterThan(10);
    expect(preview?.beginning.length).toBeLessThan(2_000);
  }
});

test("a preview of nothing is none", () => {
  expect(previewOf(job({ records: [] }))).toBeUndefined();
});
