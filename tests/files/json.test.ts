import { describe, expect, test } from "vitest";
import { file, importOf, texts } from "./made/import.ts";

const line = (value: unknown): string => JSON.stringify(value);

describe("JSON lines", () => {
  test("a note a line, by its id", async () => {
    const { notes, problems } = await importOf([file("a.jsonl", `${line({ id: "n1", text: "Fever." })}\n\n${line({ id: 2, text: "Cough." })}\r\n`)]);
    expect(notes).toEqual([
      { name: "n1", text: "Fever." },
      { name: "2", text: "Cough." },
    ]);
    expect(problems).toEqual([]);
  });
  test("labels come along; their offsets counted code points", async () => {
    const corpus = line({ id: "n1", text: "🫀 no fever", entities: [{ start: 5, end: 10, type: "symptom", assertion: "absent", text: "fever" }] });
    const { notes } = await importOf([file("gold/a.jsonl", corpus)]);
    expect(notes[0]?.reading).toEqual({
      mentions: [{ start: 6, end: 11, type: "symptom", assertion: "absent", score: 1 }],
      provenance: { kind: "reviewer", name: "a.jsonl", version: "" },
    });
  });
  test("a bad line is told by its number, and the rest is read", async () => {
    const content = [line({ id: "n1", text: "Fever." }), "{Doe", line({ id: "n3" }), line({ id: "n4", text: " " }), line({ id: "n5", text: "Cough." })].join("\n");
    const { notes, problems } = await importOf([file("a.jsonl", content)]);
    expect(notes.map(({ name }) => name)).toEqual(["n1", "n5"]);
    expect(problems.map((problem) => /[Ll]ine \d+/.exec(problem)?.[0])).toEqual(["Line 2", "Line 3", "Line 4"]);
    expect(problems.join()).not.toMatch(/Doe/);
  });
  test("many bad lines are named up to a point, then counted", async () => {
    const { problems } = await importOf([file("a.jsonl", "{\n".repeat(50))]);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe("a.jsonl: 30 more lines could not be read.");
  });
});

describe("JSON", () => {
  test.each([
    ["an array", line([{ id: "n1", text: "Fever." }, { id: "n2", text: "Cough." }])],
    ["an object with notes", line({ notes: [{ id: "n1", text: "Fever." }, { id: "n2", text: "Cough." }] })],
    ["lines by that name", `${line({ id: "n1", text: "Fever." })}\n${line({ id: "n2", text: "Cough." })}\n`],
  ])("%s", async (_, content) => {
    expect(texts(await importOf([file("a.json", content)]))).toEqual(["Fever.", "Cough."]);
  });
  test("one note", async () => {
    expect(texts(await importOf([file("a.json", `\uFEFF${line({ id: "n1", text: "Fever." })}`)]))).toEqual(["Fever."]);
  });
  test.each([
    ["cut off", '[{"id":"n1","text":"Fe', /not JSON/],
    ["a number", "7", /Line 1/],
    ["an empty array", "[]", /is empty/],
    ["nested too deep for anyone", "[".repeat(200_000), /not JSON/],
    ["no text", line({ id: "n1", note: "Fever." }), /text is missing/],
  ])("%s", async (_, content, why) => {
    const { notes, problems } = await importOf([file("a.json", content)]);
    expect(notes).toEqual([]);
    expect(problems[0]).toMatch(why);
  });
});
