import { describe, expect, it } from "vitest";
import { goldNote, labelledTypesOf, matchGold, type GoldNote } from "../../src/core/gold.ts";

const gold = (id: string, text: string): GoldNote => ({ id, text, entities: [] });
const record = (id: string, name: string, text: string) => ({ id, name, text });
const ids = (gold: readonly GoldNote[]) => gold.map(({ id }) => id);

describe("a gold note", () => {
  it("has single line feeds, its entities with it; of two that overlap the longer stays", () => {
    const text = "a\r\ncough\r\nhigh fever";
    const note = goldNote({ id: "1", text, entities: [{ start: 3, end: 8, type: "symptom" }, { start: 15, end: 20, type: "symptom" }, { start: 10, end: 20, type: "symptom" }] });
    expect(note.entities.map(({ start, end }) => note.text.slice(start, end))).toEqual(["cough", "high fever"]);
  });
  it("labels the types that it has", () => {
    expect(labelledTypesOf([{ entities: [{ start: 0, end: 1, type: "symptom" }] }, { entities: [] }])).toEqual(["symptom"]);
  });
});

describe("matching", () => {
  it("goes by text first, then tells a note of the same name apart from one that is missing", () => {
    const { here, otherText, missing } = matchGold(
      [gold("a", "cough"), gold("b", "fever\n"), gold("c", "other words"), gold("d", "nowhere")],
      [record("1", "x", "cough"), record("2", "b", "fever"), record("3", "c", "words"), record("4", "d", " ")],
    );
    expect(here.map(({ gold: { id }, noteId }) => [id, noteId])).toEqual([["a", "1"], ["b", "2"]]);
    expect([ids(otherText), ids(missing)]).toEqual([["c"], ["d"]]);
  });
  it("takes the one of the same name among equal texts, and each once while there are others", () => {
    const { here } = matchGold([gold("b", "same"), gold("a", "same"), gold("z", "same")], [record("1", "a", "same"), record("2", "b", "same")]);
    expect(here.map(({ noteId }) => noteId)).toEqual(["2", "1", "1"]);
  });
});
