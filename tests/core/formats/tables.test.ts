import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { CONLL } from "../../../src/core/formats/conll.ts";
import { CORPUS } from "../../../src/core/formats/corpus.ts";
import { CSV } from "../../../src/core/formats/csv.ts";
import { fullyReviewed } from "../../../src/core/formats/note-format.ts";
import { parseCorpusLine } from "../../../src/core/jsonl.ts";
import { mentionsOf, type NoteRecord } from "../../../src/core/note-record.ts";
import { createWordPiece } from "../../../src/core/wordpiece.ts";
import { law } from "../laws.ts";
import { readMarked } from "../marked.ts";
import { noteRecords } from "./records.ts";
import { writtenFile } from "./written.ts";

const record = (marked: string): NoteRecord => {
  const { text, mentions } = readMarked(marked);
  return { id: "1", name: "n", text, addedAtMs: 1, reading: { mentions, provenance: { kind: "student", name: "student-1", version: "2" } }, corrections: [] };
};

describe("CSV", () => {
  test("a row a mention, with both offsets", () => {
    const [head, row, ...rest] = writtenFile(CSV, [record('😀 [M aspirin, 81 "mg"] daily')]).split("\r\n");
    expect(head).toBe("note_id,note_name,note_date,start_utf16,end_utf16,start_codepoint,end_codepoint,text,type,assertion,score,verdict,origin,concept_system,concept_code,concept_name,concept_match,found_by");
    expect(row).toBe('1,n,,3,19,2,18,"aspirin, 81 ""mg""",medication,present,1,,,,,,,student-1 2');
    expect(rest).toEqual([""]);
  });

  test("a byte order mark where asked for", () => {
    expect(writtenFile(CSV, [], "all", { byteOrderMark: true }).codePointAt(0)).toBe(0xfeff);
  });

  test("a spreadsheet's reader gets every cell back, none a formula, and both offsets slice", () => {
    law(
      fc.property(noteRecords, (records) => {
        const { data } = Papa.parse<Record<string, string>>(writtenFile(CSV, records), { header: true, skipEmptyLines: true });
        const expected = records.flatMap((note) => mentionsOf(note).map((mention) => ({ note, mention })));
        expect(data).toHaveLength(expected.length);
        for (const [i, { note, mention }] of expected.entries()) {
          const row = data[i] ?? {};
          const words = note.text.slice(mention.start, mention.end);
          expect(row.text?.replace(/^'/, "")).toBe(words.replace(/^'/, ""));
          expect(note.text.slice(Number(row.start_utf16), Number(row.end_utf16))).toBe(words);
          expect(Array.from(note.text).slice(Number(row.start_codepoint), Number(row.end_codepoint)).join("")).toBe(words);
          expect([row.type, row.assertion, row.verdict, row.concept_code]).toEqual([mention.type, mention.assertion, mention.verdict ?? "", mention.concept?.code ?? ""]);
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
    );
  });
});

describe("CoNLL", () => {
  test("words, offsets, assertions and tags; an empty line where the note's line ends", () => {
    expect(writtenFile(CONLL, [record("No [D/absent chest pain].\n[M aspirin][D PE]")])).toBe(
      ["-DOCSTART-\t0\t0\t_\tO", "", "No\t0\t2\t_\tO", "chest\t3\t8\tabsent\tB-disease", "pain\t9\t13\tabsent\tI-disease", ".\t13\t14\t_\tO", "", "aspirinPE\t15\t24\tpresent\tB-medication", "", ""].join("\n"),
    );
  });

  test("what can't be shown is counted", () => {
    const { text, mentions } = readMarked("[M aspirin][D PE] [D DVT]");
    expect(CONLL.leftOut?.({ record: { ...record(""), text }, mentions })).toHaveLength(2);
  });

  test("offsets slice back, and B and I are the mentions where they snap to words", () => {
    law(
      fc.property(noteRecords, (records) => {
        for (const note of records) {
          const rows = writtenFile(CONLL, [note]).split("\n").slice(1).filter((line) => line !== "").map((line) => line.split("\t"));
          const characters = Array.from(note.text);
          for (const [word, start, end] of rows) expect(characters.slice(Number(start), Number(end)).join("")).toBe(word);
          const begun = rows.filter(([, , , , tag]) => tag?.startsWith("B-")).length;
          const whole = mentionsOf(note).length - (CONLL.leftOut?.({ record: note, mentions: mentionsOf(note) }).length ?? 0);
          const { wordStart, wordEnd } = createWordPiece("[UNK]").tokenise(note.text);
          expect(whole).toBe(mentionsOf(note).filter(({ start, end }) => wordStart.includes(start) && wordEnd.includes(end)).length);
          expect(begun).toBeGreaterThanOrEqual(whole);
          expect(begun).toBeLessThanOrEqual(mentionsOf(note).length);
        }
      }),
    );
  });
});

describe("corpus", () => {
  test("the reader of our own scoring gets every mention back; gold is what was reviewed in whole", () => {
    law(
      fc.property(noteRecords, (records) => {
        const lines = writtenFile(CORPUS, records).split("\n").slice(0, -1);
        for (const [i, note] of records.entries()) {
          const line = lines[i] ?? "";
          const { id, text, entities } = parseCorpusLine(line, i + 1);
          expect({ id, text }).toEqual({ id: note.id, text: note.text });
          expect(entities).toEqual(mentionsOf(note).map(({ start, end, type, assertion }) => ({ start, end, type, assertion })));
          expect((JSON.parse(line) as { labels: string }).labels).toBe(fullyReviewed(note) ? "gold" : "silver");
        }
      }),
    );
  });
});
