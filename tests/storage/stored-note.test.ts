import { describe, expect, test } from "vitest";
import { parseNote } from "../../src/storage/stored-note.ts";

const note = { id: "n", name: "a.txt", text: "no fever, cough", addedAtMs: 5, place: 2 };
const fever = { start: 3, end: 8, type: "symptom", assertion: "absent", score: 0.9 };
const cough = { ...fever, start: 10, end: 15, concept: { system: "ICD-10-CM", code: "R05", name: "Cough", match: { how: "exact", score: 1 } } };
const finding = { mentions: [fever, cough], provenance: { kind: "student", name: "student-1", version: "1" } };
const verdict = { ...fever, verdict: "accepted", origin: "student", atMs: 7 };

describe("what lies in the database is believed only as far as it keeps its form", () => {
  test("a whole note comes back as it was", () => {
    const { place, ...head } = note;
    expect(parseNote(note, finding, { corrections: [verdict] })).toEqual({ record: { ...head, reading: finding, corrections: [verdict] }, place, malformed: 0 });
    expect(parseNote({ ...note, date: "2020-01-31" }, undefined, undefined)?.record).toMatchObject({ date: "2020-01-31", reading: undefined, corrections: [] });
  });

  test.each([undefined, "text", { ...note, text: 3 }, { ...note, id: "" }, { ...note, place: "first" }])("a malformed note is none (%#)", (stored) =>
    expect(parseNote(stored, finding, undefined)).toBeUndefined());

  test.each([
    { ...finding, provenance: undefined },
    { ...finding, mentions: [{ ...fever, end: 99 }] },
    { ...finding, mentions: [cough, fever] },
    { ...finding, mentions: [{ ...fever, type: "finding" }] },
    { ...finding, mentions: [{ ...fever, start: 3.5 }] },
  ])("a malformed finding leaves the note unread (%#)", (stored) =>
    expect(parseNote(note, stored, { corrections: [verdict] })).toMatchObject({ record: { reading: undefined, corrections: [verdict] }, malformed: 1 }));

  test("a malformed correction does not cost the others", () =>
    expect(parseNote(note, finding, { corrections: [verdict, { ...verdict, verdict: "maybe" }, "x"] })).toMatchObject({
      record: { corrections: [verdict] },
      malformed: 2,
    }));
});
