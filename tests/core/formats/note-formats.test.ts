import fc from "fast-check";
import { expect, test } from "vitest";
import { counted, NO_COUNTS } from "../../../src/core/formats/export-counts.ts";
import { formatById, NOTE_FORMATS } from "../../../src/core/formats/note-formats.ts";
import { writtenNote } from "../../../src/core/formats/note-format.ts";
import { mentionsOf } from "../../../src/core/note-record.ts";
import { law } from "../laws.ts";
import { noteRecords } from "./records.ts";
import { written } from "./written.ts";

test("each is found by its id", () => {
  for (const format of NOTE_FORMATS) expect(formatById(format.id)).toBe(format);
  expect(formatById("pdf")).toBeUndefined();
});

test.each(NOTE_FORMATS.map((format) => [format.id, format] as const))("%s: the same notes give the same bytes, and no name of a note is a file's name", (_, format) => {
  law(
    fc.property(noteRecords, (records) => {
      const files = written(format, records);
      expect(written(format, structuredClone(records))).toEqual(files);
      for (const name of files.keys()) expect(name).toMatch(/^(note-\d{4}|notes|mentions|report|annotation|annotations|tasks|label-config|doccano|spacy|corpus)\.[a-z.]+$/);
    }),
    30,
  );
});

test.each(NOTE_FORMATS.map((format) => [format.id, format] as const))("%s: reviewed only writes nothing that no reviewer accepted", (id, format) => {
  law(
    fc.property(noteRecords, (records) => {
      const bare = records.map((record) => ({ ...record, corrections: [] }));
      if (id.startsWith("chartlight")) return; // whole notes, to come back
      expect(written(format, bare, "reviewed")).toEqual(written(format, bare.map((record) => ({ ...record, reading: record.reading && { ...record.reading, mentions: [] } })), "reviewed"));
    }),
    30,
  );
});

test("counts: notes, mentions, and each reason", () => {
  law(
    fc.property(noteRecords, fc.constantFrom(...NOTE_FORMATS), (records, format) => {
      const counts = records.reduce((sum, record) => counted(sum, writtenNote(record, "all"), format), NO_COUNTS);
      expect(counts.notes).toBe(records.length);
      expect(counts.mentions).toBe(records.flatMap(mentionsOf).length);
      const reasons = [...counts.leftOut.values()].reduce((a, b) => a + b, 0);
      expect(reasons).toBe(records.flatMap((record) => format.leftOut?.(writtenNote(record, "all")) ?? []).length);
    }),
  );
});
