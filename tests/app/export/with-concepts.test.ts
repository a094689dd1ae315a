import { expect, test } from "vitest";
import { withConcepts } from "../../../src/app/export/with-concepts.ts";
import { createConceptLinker } from "../../../src/core/concepts/link.ts";
import { mentionsOf, type NoteRecord } from "../../../src/core/note-record.ts";
import { accept } from "../../../src/core/review.ts";
import { smallTable } from "../../core/concepts/small-table.ts";
import { readMarked } from "../../core/marked.ts";

const linker = createConceptLinker([smallTable("problems", "ICD-10-CM", { I10: ["Hypertension"], J45: ["Asthma"] })]);
const { text, mentions } = readMarked("[D asthma], [D hypertension], [D headache] and [M aspirin]");
const note: NoteRecord = { id: "1", name: "n", text, addedAtMs: 1, reading: { mentions, provenance: { kind: "student", name: "s", version: "1" } }, corrections: [] };
const codesOf = (record: NoteRecord) => mentionsOf(record).map(({ concept }) => concept?.code);

test("mentions get the codes that the page shows, corrections too", () => {
  const [first] = mentions;
  if (first === undefined) throw new Error("no mention");
  const corrections = accept([], first, { origin: "student", atMs: 1 });
  expect(codesOf(withConcepts({ ...note, corrections }, linker))).toEqual(["J45", "I10", undefined, undefined]);
  expect(withConcepts({ ...note, corrections }, linker).corrections[0]?.verdict).toBe("accepted");
});

test("a code that is there stays, and without tables the note is as it was", () => {
  const known = { system: "SNOMED CT", code: "195967001", name: "Asthma" };
  const coded = { ...note, reading: { mentions: mentions.map((mention) => ({ ...mention, concept: known })), provenance: { kind: "teacher" as const, name: "t", version: "1" } } };
  expect(codesOf(withConcepts(coded, linker))).toEqual(Array(4).fill("195967001"));
  expect(withConcepts(note, undefined)).toBe(note);
});
