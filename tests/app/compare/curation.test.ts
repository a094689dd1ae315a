import { expect, test } from "vitest";
import { combinationRows } from "../../../src/app/compare/combinations-table.ts";
import { effortRows } from "../../../src/app/compare/effort-table.ts";
import { goldNotes, silverNotes } from "../../../src/app/compare/labelled-notes.ts";
import { layersOf, pairOf } from "../../../src/app/compare/layers.ts";
import { changeNote, type TeacherRun } from "../../../src/app/compare/compare-store.ts";
import { corpusLines } from "../../../src/app/compare/take-away.ts";
import type { Compare } from "../../../src/app/compare/compare.ts";
import { parseCorpusLine } from "../../../src/core/jsonl.ts";
import type { Mention } from "../../../src/core/types.ts";
import { mention, NOTE, openScene, STUDENT } from "./scene.ts";

const doneRun = (name: string, mentions: readonly Mention[]): TeacherRun => ({
  phase: "done",
  sent: { name, host: "h", leavesMachine: true, estimate: { inputTokens: 1, outputTokens: 1, cost: { kind: "unknown" } }, replaced: 0 },
  reading: {
    annotation: { noteId: "id1", textHash: "", mentions, provenance: { kind: "teacher", name, version: "1" } },
    counts: { exact: mentions.length, repaired: 0, lost: 0, rejected: 0 },
    usage: { inputTokens: 100, outputTokens: 10 },
    cost: { kind: "usd", usd: 0.01, asOf: "2026-01-01" },
    requests: 1,
    latencyMs: 2000,
  },
});

/** A page with a note that the student and these teachers have read. */
async function scene(...teachers: readonly (readonly Mention[])[]): Promise<Compare> {
  const compare = openScene([]);
  compare.notes.add([{ name: "n1", text: NOTE }]);
  await new Promise((next) => setTimeout(next, 0));
  teachers.forEach((mentions, i) => {
    compare.teachers.add({ name: "", provider: "ollama", model: `m${i}` });
    const id = compare.store.getState().teachers[i]?.id ?? "";
    changeNote(compare.store, compare.store.getState().openId ?? "", ({ runs }) => ({ runs: { ...runs, [id]: doneRun(`m${i}`, mentions) } }));
  });
  return compare;
}
const look = (compare: Compare) => {
  const seen = compare.look();
  if (seen === undefined) throw new Error("nothing to look at");
  return seen;
};
const teacher = [mention(NOTE, "pain", "symptom"), mention(NOTE, "aspirin", "medication"), mention(NOTE, "fever", "symptom", "absent")];

test("differences are walked round, decided, undone and redone; gold grows", async () => {
  const compare = await scene(teacher);
  const { curation, store } = compare;
  expect(look(compare).differences).toEqual([0, 2]);
  expect(look(compare).gold).toEqual([mention(NOTE, "aspirin", "medication")]);
  curation.walk("next");
  expect(store.getState().current).toBe(0);
  curation.walk("previous");
  expect(store.getState().current).toBe(2);
  curation.walk("next");
  curation.decide({ kind: "left" });
  expect(store.getState().current).toBe(2); // on to the next open one
  curation.decide({ kind: "right" });
  expect(look(compare).open).toEqual([]);
  expect(look(compare).gold).toEqual([mention(NOTE, "Chest pain", "symptom"), mention(NOTE, "aspirin", "medication"), mention(NOTE, "fever", "symptom", "absent")]);
  curation.undo();
  expect(look(compare).open).toEqual([2]);
  curation.redo();
  expect(look(compare).open).toEqual([]);
  curation.undo();
  curation.decide({ kind: "neither" });
  expect(look(compare).gold).toHaveLength(2);
  curation.redo(); // nothing left to redo
  expect(look(compare).gold).toHaveLength(2);
});

test("the same look is the same object while nothing of it changes", async () => {
  const compare = await scene(teacher);
  const seen = compare.look();
  compare.store.setState({ current: 0, view: "overlaid" });
  expect(compare.look()).toBe(seen);
});

test("choosing the other side's layer changes places", async () => {
  const compare = await scene(teacher, []);
  const { pair } = look(compare);
  compare.curation.choose("left", pair.right.id);
  expect([look(compare).pair.left.id, look(compare).pair.right.id]).toEqual([pair.right.id, pair.left.id]);
  compare.curation.choose("right", "union");
  expect([look(compare).pair.left.id, look(compare).pair.right.id]).toEqual([pair.right.id, "union"]);
});

test("decisions about a reading that has changed since don't hold", async () => {
  const compare = await scene(teacher);
  compare.curation.goTo(0);
  compare.curation.decide({ kind: "left" });
  const [choice] = compare.store.getState().teachers;
  changeNote(compare.store, look(compare).note.id, () => ({ runs: { [choice?.id ?? ""]: doneRun("m0", teacher.slice(0, 1)) } }));
  expect(look(compare).open).toEqual(look(compare).differences);
});

test("layers: votes from two teachers on, a pair from two layers on", async () => {
  const one = look(await scene(teacher));
  expect(one.layers.map(({ id }) => id)).toEqual(["student", "id2"]);
  const two = look(await scene(teacher, teacher.slice(1)));
  expect(two.layers.map(({ name }) => name)).toEqual(["Student", "m0", "m1", "Majority of the teachers", "Union of the teachers", "Intersection of the teachers"]);
  expect(two.layers.find(({ id }) => id === "intersection")?.mentions).toHaveLength(2);
  expect(pairOf(two.layers.slice(0, 1), { left: undefined, right: undefined })).toBeUndefined();
  expect(pairOf(two.layers, { left: "gone", right: "student" })?.left.id).not.toBe("student");
});

test("combinations against gold, best first", async () => {
  const { note, layers } = look(await scene(teacher));
  expect(layersOf(note, [])).toHaveLength(1);
  const rows = combinationRows(layers, teacher);
  expect(rows[0]).toMatchObject({ name: "m0", rule: "alone", f1: 1 });
  expect(rows.map(({ rule }) => rule).sort()).toEqual(["alone", "alone", "intersection", "union"]);
});

test("the paper's ratio: times faster, times cheaper; what is unknown is not a number", async () => {
  const compare = await scene(teacher);
  const { note } = look(compare);
  const [student, taught] = effortRows(note, compare.store.getState().teachers, 0.36);
  expect(student?.latencyMs).toBe(20);
  expect(taught?.timesSlower).toBe(100);
  expect(taught?.timesDearer).toBeCloseTo(0.01 / ((20 / 3_600_000) * 0.36));
  const cached = { ...note, student: { ...note.student, reading: { phase: "done", provenance: STUDENT, pace: { chunks: 2, inferredChunks: 1, words: 1, latencyMs: 1 } } } } as const;
  expect(effortRows(cached, compare.store.getState().teachers, 0.36)[1]).toMatchObject({ timesSlower: undefined, timesDearer: undefined });
});

test("gold and silver are corpus lines that come back as they were", async () => {
  const compare = await scene(teacher);
  const { pair } = look(compare);
  expect(goldNotes(compare.store.getState(), pair)).toEqual([]);
  for (const knot of look(compare).differences) {
    compare.curation.goTo(knot);
    compare.curation.decide({ kind: "right" });
  }
  const gold = goldNotes(compare.store.getState(), pair);
  const read = parseCorpusLine(corpusLines(gold).trimEnd(), 1);
  expect(read).toEqual({ id: "n1", text: NOTE, entities: teacher.map(({ start, end, type, assertion }) => ({ start, end, type, assertion })) });
  expect(silverNotes(compare.store.getState(), pair.left)[0]?.provenance).toEqual(STUDENT);
});

test("two notes of one name get ids of their own; offsets count code points", () => {
  const text = "😀 aspirin";
  const note = { id: "n", text, mentions: [mention(text, "aspirin", "medication")], provenance: { kind: "reviewer", name: "r", version: "1" } } as const;
  const lines = corpusLines([note, note]).trimEnd().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(["n", "n (2)"]);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ entities: [{ start: 2, end: 9, text: "aspirin" }], provenance: { kind: "reviewer" } });
  expect(parseCorpusLine(lines[0] ?? "", 1).entities[0]).toMatchObject({ start: 3, end: 10 });
});

test("a corpus file brings its labels as gold", async () => {
  const compare = openScene([]);
  const line = '{"id":"c1","text":"Takes aspirin.","entities":[{"start":6,"end":13,"type":"medication","assertion":null}]}';
  await compare.notes.addFiles([new File([`${line}\n{"id":3}\n`], "corpus.jsonl")]);
  const { notes, fileRemarks } = compare.store.getState();
  expect(notes[0]).toMatchObject({ name: "c1", gold: [{ start: 6, end: 13, type: "medication", assertion: "present" }] });
  expect(fileRemarks).toMatchObject([{ failed: true, message: expect.stringContaining("2") as string }]);
});
