import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BRAT, bratAnnotations } from "../../../src/core/formats/brat.ts";
import { readBrat } from "../../../src/core/formats/brat-reader.ts";
import { writtenNote } from "../../../src/core/formats/note-format.ts";
import { mentionsOf, type NoteRecord } from "../../../src/core/note-record.ts";
import { law } from "../laws.ts";
import { readMarked, writeMarked } from "../marked.ts";
import { noteRecord, noteRecords } from "./records.ts";
import { written } from "./written.ts";

const record = (marked: string) => {
  const { text, mentions } = readMarked(marked);
  return { id: "1", name: "n", text, addedAtMs: 1, reading: { mentions, provenance: { kind: "student" as const, name: "s", version: "1" } }, corrections: [] };
};
const annOf = (note: NoteRecord) => [...bratAnnotations(writtenNote(note, "all"))].join("");
const ann = (marked: string) => annOf(record(marked));

describe("written", () => {
  test("offsets count code points; a line end parts fragments", () => {
    expect(ann("😀 [M aspirin] for [D/absent chest\n  wall pain]")).toBe(
      ["T1\tmedication 2 9\taspirin", "A1\tAssertion T1 present", "T2\tdisease 14 19;22 31\tchest wall pain", "A2\tAssertion T2 absent", ""].join("\n"),
    );
  });

  test("a text and an .ann a note, and a configuration that has every name in use", () => {
    const files = written(BRAT, [record("[M aspirin]"), record("nothing")]);
    expect([...files.keys()]).toEqual(["annotation.conf", "note-0001.txt", "note-0001.ann", "note-0002.txt", "note-0002.ann"]);
    expect(files.get("annotation.conf")).toMatch(/\[entities\]\nmedication\ndisease\nsymptom\n/);
    expect(files.get("annotation.conf")).toContain("Assertion\tArg:<ENTITY>, Value:present|absent|possible|hypothetical|past|other-person|allergy");
    expect(files.get("note-0002.ann")).toBe("");
  });

  test("every fragment is what stands at its offsets, and no line has a break of Python's", () => {
    law(
      fc.property(noteRecord, (note) => {
        const characters = Array.from(note.text);
        const lines = annOf(note).split("\n").filter((line) => line.startsWith("T"));
        for (const line of lines) {
          const [, body = "", words] = line.split("\t");
          const places = body.split(" ").slice(1).join(" ").split(";").map((place) => place.split(" ").map(Number));
          expect(places.map(([start, end]) => characters.slice(start, end).join("")).join(" ")).toBe(words);
          expect(words).not.toMatch(/[\t\v\f\r\x1c-\x1e\x85\u2028\u2029]/);
        }
      }),
    );
  });
});

describe("read back", () => {
  test("text, places, types, assertions, verdicts and concepts are what they were", () => {
    law(
      fc.property(noteRecords, (records) => {
        const files = written(BRAT, records);
        for (const [i, note] of records.entries()) {
          const name = `note-000${i + 1}`;
          const back = readBrat({ txt: files.get(`${name}.txt`) ?? "", ann: files.get(`${name}.ann`) ?? "" });
          expect(back.text).toBe(note.text);
          expect(back.leftOut).toEqual({ otherTypes: 0, discontinuous: 0, overlapping: 0 });
          // A mention that begins or ends with a break is written without it; one of white space alone is not written.
          const trimmed = mentionsOf(note).flatMap(({ start, end, type, assertion, verdict, concept }) => {
            const words = note.text.slice(start, end);
            const [before = ""] = /^\s*[\t\n\f\u2028]\s*/.exec(words) ?? [];
            const [after = ""] = /\s*[\t\n\f\u2028]\s*$/.exec(words) ?? [];
            if (before.length === words.length) return [];
            return [{ start: start + before.length, end: end - after.length, type, assertion, verdict, system: concept?.system, code: concept?.code }];
          });
          expect(back.mentions.map(({ start, end, type, assertion, verdict, concept }) => ({ start, end, type, assertion, verdict, system: concept?.system, code: concept?.code }))).toEqual(trimmed);
        }
      }),
    );
  });

  test("a foreign file: other types, relations, gaps and overlaps are counted or passed over", () => {
    const txt = "left and right knee pain, aspirin\r\nDVT";
    const lines = ["T1\tSymptom 0 4;15 24\tleft knee pain", "T2\tSymptom 15 24\tknee pain", "T3\tDISEASE 20 24\tpain", "T4\tAnatomy 15 19\tknee", "R1\tPart Arg1:T2 Arg2:T4", "*\tEquiv T1 T2", "#1\tAnnotatorNotes T2\tsee above", "T5\tDisease 35 38\tDVT", "A1\tNegated T5"];
    const back = readBrat({ txt, ann: lines.join("\n") });
    expect(writeMarked(back.text, back.mentions)).toBe("left and right [S knee pain], aspirin\n[D DVT]");
    expect(back.leftOut).toEqual({ otherTypes: 1, discontinuous: 1, overlapping: 1 });
  });

  test("types can be given another name", () => {
    const back = readBrat({ txt: "aspirin", ann: "T1\tDrug 0 7\taspirin\n" }, { typeOf: (name) => (name === "Drug" ? "medication" : undefined) });
    expect(back.mentions).toHaveLength(1);
  });

  test.each([
    ["T1\tdisease 0 99\tpain", /^Line 1 .* ends at 99/],
    ["\nT1\tdisease 0 3\tpain", /^Line 2 .* not what stands/],
    ["T1\tdisease x y\tpain", /^Line 1 /],
  ])("a broken line is named by its number, without the note: %#", (broken, message) => {
    const read = () => readBrat({ txt: "pain", ann: broken });
    expect(read).toThrow(message);
    expect(read).not.toThrow(/pain/);
  });
});
