import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldWords } from "../../../src/core/mention-key.ts";
import { notesOf, summarise } from "../../../src/core/summary/summary.ts";
import { ASSERTIONS } from "../../../src/core/types.ts";
import { law } from "../laws.ts";
import { summaryNote, summaryNotes } from "./notes.ts";

describe("a summary", () => {
  const notes = [
    summaryNote("[M Aspirin] for [S chest pain], no [S/absent chest pains]"),
    summaryNote("[M aspirin], [M aspirin] and [M/allergy ASA]"),
    summaryNote("nothing"),
  ];

  it("counts notes, mentions and assertions, and takes the commonest wording", () => {
    const { entries, ...totals } = summarise(notes);
    expect(totals).toEqual({ notes: 3, mentions: 6 });
    expect(entries.map(({ label, notes: inNotes, places }) => [label, inNotes, places.length])).toEqual([
      ["aspirin", 2, 3],
      ["chest pain", 1, 2],
      ["ASA", 1, 1],
    ]);
    expect(entries[1]?.assertions).toMatchObject({ present: 1, absent: 1, past: 0 });
  });

  it("joins wordings of one concept; a mention's own concept goes first", () => {
    const aspirin = { system: "UNII", code: "R16CO5Y76E", name: "aspirin" };
    const conceptOf = (words: string) => (/^(asa|aspirin)$/i.test(words) ? aspirin : undefined);
    const [first] = summarise(notes, { conceptOf }).entries;
    expect(first).toMatchObject({ concept: aspirin, notes: 2 });
    expect(first?.places).toHaveLength(4);
    const own = notes.slice(0, 1).map((note) => ({ ...note, mentions: note.mentions.map((mention) => ({ ...mention, concept: { ...aspirin, code: "other" } })) }));
    expect(summarise(own, { conceptOf }).entries[0]?.key).toBe("UNII other");
  });

  it("leaves out other assertions", () => {
    expect(summarise(notes, { assertions: ["absent"] })).toMatchObject({ notes: 3, mentions: 1, entries: [{ label: "chest pains", notes: 1 }] });
  });
});

it("law: its figures are those of a naive count", () => {
  law(
    fc.property(summaryNotes(), fc.option(fc.subarray([...ASSERTIONS]), { nil: undefined }), (notes, assertions) => {
      const { entries, mentions } = summarise(notes, { assertions });
      const all = notes.flatMap((note, index) =>
        note.mentions.filter(({ assertion }) => assertions?.includes(assertion) ?? true).map((mention) => ({ note: index, mention, key: `${mention.type} ${foldWords(note.text.slice(mention.start, mention.end))}` })),
      );
      expect(mentions).toBe(all.length);
      expect(new Set(entries.map(({ type, key }) => `${type} ${key}`))).toEqual(new Set(all.map(({ key }) => key)));
      for (const entry of entries) {
        const same = all.filter(({ key }) => key === `${entry.type} ${entry.key}`);
        expect(entry.places).toEqual(same.map(({ note, mention }) => ({ note, mention })));
        expect(notesOf(entry)).toEqual([...new Set(same.map(({ note }) => note))]);
        expect(entry.notes).toBe(notesOf(entry).length);
        for (const assertion of ASSERTIONS) expect(entry.assertions[assertion]).toBe(same.filter(({ mention }) => mention.assertion === assertion).length);
      }
      expect(entries.map(({ notes: inNotes }) => inNotes)).toEqual(entries.map(({ notes: inNotes }) => inNotes).sort((a, b) => b - a));
    }),
  );
});

it("2,000 notes of 100 mentions are summed up in less than 200 ms of a processor", () => {
  const marks = Array.from({ length: 100 }, (_, i) => `[${"MDS".charAt(i % 3)} thing ${(i * 37) % 83} of ${i % 7}]`);
  const notes = Array.from({ length: 2000 }, () => summaryNote(marks.join(" ")));
  const times = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    expect(summarise(notes).mentions).toBe(200_000);
    return process.cpuUsage(before).user / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(200);
});
