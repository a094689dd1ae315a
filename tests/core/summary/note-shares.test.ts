import fc from "fast-check";
import { expect, it } from "vitest";
import { noteShares, placesIn } from "../../../src/core/summary/note-shares.ts";
import { notesOf, summarise } from "../../../src/core/summary/summary.ts";
import { ASSERTIONS } from "../../../src/core/types.ts";
import { law } from "../laws.ts";
import { summaryNote, summaryNotes } from "./notes.ts";

it("a note counts once, as what it foremost says", () => {
  const [entry] = summarise([summaryNote("[S/absent cough] [S cough]"), summaryNote("[S/absent cough] [S/absent cough]"), summaryNote("[S/past cough]")]).entries;
  expect(entry && noteShares(entry)).toMatchObject({ present: 1, absent: 1, past: 1, possible: 0 });
});

it("law: the shares add up to the notes, and places in all notes are all places", () => {
  law(
    fc.property(summaryNotes(), (notes) => {
      for (const entry of summarise(notes).entries) {
        const shares = noteShares(entry);
        expect(ASSERTIONS.reduce((sum, assertion) => sum + shares[assertion], 0)).toBe(entry.notes);
        expect(placesIn([entry], notesOf(entry))).toEqual(entry.places);
      }
    }),
  );
});
