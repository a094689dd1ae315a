import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIST_SECTIONS, problemList } from "../../../src/core/summary/problem-list.ts";
import { law } from "../laws.ts";
import { summaryNote, summaryNotes } from "./notes.ts";

const listed = (marked: string) => {
  const list = problemList(summaryNote(marked));
  return Object.fromEntries(LIST_SECTIONS.flatMap((section) => (list[section].length === 0 ? [] : [[section, list[section].map(({ entry, also }) => [entry.label, ...also].join(", "))]])));
};

describe("a problem list", () => {
  it("lists each thing where a clinician looks for it", () => {
    expect(
      listed(
        "[D/past MI], [D HTN], [M metformin], [M/past warfarin], [M/allergy penicillin], no [S/absent fever], [S cough], r/o [D/possible PE], mother had [D/other-person diabetes], return for [S/hypothetical bleeding]",
      ),
    ).toEqual({
      problems: ["HTN"],
      symptoms: ["cough"],
      medications: ["metformin"],
      allergies: ["penicillin"],
      possible: ["PE"],
      past: ["MI"],
      "past-medications": ["warfarin"],
      conditional: ["bleeding"],
      denied: ["fever"],
      family: ["diabetes"],
    });
  });
  it("lists a thing once, by what is foremost, and says what else is said of it", () => {
    expect(listed("[S/absent cough] [S/past cough] [S cough] [S cough]")).toEqual({ symptoms: ["cough, past, absent"] });
  });
  it("keeps relatives and allergies apart, and shows a medication that the patient is allergic to", () => {
    expect(listed("[D diabetes], father [D/other-person diabetes]")).toEqual({ problems: ["diabetes"], family: ["diabetes"] });
    expect(listed("[M penicillin] given, [M/allergy penicillin]")).toEqual({ medications: ["penicillin, allergy"], allergies: ["penicillin"] });
  });
  it("keeps the order of the note", () => {
    expect(listed("[D COPD] [D asthma] [D CKD] [D asthma]")).toEqual({ problems: ["COPD", "asthma", "CKD"] });
  });
});

it("law: every mention is listed once", () => {
  law(
    fc.property(summaryNotes(3), (notes) => {
      for (const note of notes) {
        const list = problemList(note);
        const mentions = LIST_SECTIONS.flatMap((section) => list[section].flatMap(({ places }) => places.map(({ mention }) => mention)));
        expect(mentions.sort((a, b) => a.start - b.start)).toEqual(note.mentions);
      }
    }),
  );
});
