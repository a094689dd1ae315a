import { describe, expect, test } from "vitest";
import { BRAT } from "../../src/core/formats/brat.ts";
import { CHARTLIGHT_JSON, CHARTLIGHT_JSONL } from "../../src/core/formats/chartlight-json.ts";
import { writtenNote, type NoteFormat } from "../../src/core/formats/note-format.ts";
import { mentionsOf, type NoteRecord } from "../../src/core/note-record.ts";
import { accept } from "../../src/core/review.ts";
import { readMarked } from "../core/marked.ts";
import { file, importOf } from "./made/import.ts";

const { text, mentions } = readMarked("🫀 [M aspirin] for [D type 2 diabetes], no [S/absent fever].");
const found = mentions.map((mention) => ({ ...mention, score: 0.5 }));
const [first] = found;
if (!first) throw new Error("no mention");

const record: NoteRecord = {
  id: "r1",
  name: "Discharge letter",
  text,
  date: "2024-03-31",
  addedAtMs: 1,
  reading: { mentions: found, provenance: { kind: "student", name: "student-1", version: "1" } },
  corrections: accept([], first, { origin: "student", atMs: 2 }),
};

const filesOf = (format: NoteFormat) =>
  [...format.files([writtenNote(record, "all")], { atMs: 3, byteOrderMark: false })].map(({ name, parts }) => file(name, [...parts].join("")));

describe("what Chartlight wrote comes back", () => {
  test.each([["JSON", CHARTLIGHT_JSON], ["JSON lines", CHARTLIGHT_JSONL]])("%s: complete", async (_, format) => {
    const { notes, problems } = await importOf(filesOf(format));
    expect(problems).toEqual([]);
    const { name, date, reading, corrections } = record;
    expect(notes).toEqual([{ name, text, date, reading, corrections }]);
  });
  test("brat: the mentions after review", async () => {
    const { notes, problems, notices } = await importOf(filesOf(BRAT));
    expect([problems, notices]).toEqual([[], []]);
    const [note] = notes;
    expect(note?.text).toBe(text);
    const places = (all: readonly { start: number; end: number; type: string; assertion: string }[]) => all.map(({ start, end, type, assertion }) => [start, end, type, assertion]);
    expect(places(mentionsOf({ reading: note?.reading, corrections: note?.corrections ?? [] }))).toEqual(places(mentionsOf(record)));
    expect(note?.corrections).toHaveLength(1);
  });
});

describe("brat", () => {
  const ann = "T1\tmedication 0 7\taspirin\n";
  test("pairs are found in folders; the configuration is passed over", async () => {
    const { notes, problems } = await importOf([file("a/1.txt", "aspirin"), file("a/1.ann", ann), file("b/1.txt", "aspirin"), file("a/annotation.conf", "x")]);
    expect(problems).toEqual([]);
    expect(notes.map(({ name, reading }) => [name, reading?.mentions.length])).toEqual([["a/1", 1], ["b/1", undefined]]);
  });
  test("labels of other types are counted", async () => {
    const { notices } = await importOf([file("1.txt", "aspirin"), file("1.ann", "T1\tDrug 0 7\taspirin\n")]);
    expect(notices).toEqual(["1.txt: Labels left out: 1 of other types than medication, disease and symptom."]);
  });
  test("labels that don't fit cost the labels, not the note", async () => {
    const { notes, problems } = await importOf([file("1.txt", "aspirin"), file("1.ann", "T1\tmedication 0 70\taspirin\n")]);
    expect(notes).toEqual([{ name: "1", text: "aspirin" }]);
    expect(problems[0]).toMatch(/^1\.txt: Its \.ann file was left out\. Line 1/);
  });
  test("labels alone say what is missing", async () => {
    expect((await importOf([file("1.ann", ann)])).problems[0]).toMatch(/no \.txt of the same name/);
  });
});

test("a corpus with carriage returns keeps its labels in place", async () => {
  const corpus = JSON.stringify({ id: "n1", text: "Fever.\r\nCough.\r\n", entities: [{ start: 8, end: 13, type: "symptom", text: "Cough" }] });
  const [note] = (await importOf([file("a.jsonl", corpus)])).notes;
  const [mention] = note?.reading?.mentions ?? [];
  expect(note?.text.slice(mention?.start, mention?.end)).toBe("Cough");
});
