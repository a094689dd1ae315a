import { describe, expect, test } from "vitest";
import { mentionsOf } from "../../../src/core/note-record.ts";
import { writeMarked } from "../../core/marked.ts";
import { AT_MS, reviewOf } from "./review-of.ts";

const NOTE = "[M aspirin] for [S chest pain] and [D HTN], no [S/absent fever]";

describe("one mention", () => {
  test("accept and reject say who proposed it and when", () => {
    const { actions, at, note, marked } = reviewOf(NOTE);
    actions.accept(at("aspirin"));
    actions.reject(at("HTN"));
    expect(marked()).toBe("[M aspirin] for [S chest pain] and HTN, no [S/absent fever]");
    expect(note.getState().corrections.map(({ verdict, origin, atMs }) => [verdict, origin, atMs])).toEqual([
      ["accepted", "student", AT_MS],
      ["rejected", "student", AT_MS],
    ]);
  });

  test("type, assertion and ends change by hand, and the change is the reviewer's", () => {
    const { actions, at, note, marked } = reviewOf(NOTE);
    actions.setType(at("chest pain"), "disease");
    actions.setAssertion(at("HTN"), "past");
    actions.moveEdge(at("chest pain"), "start-later");
    actions.moveEdge(at("aspirin"), "end-later");
    expect(marked()).toBe("[M aspirin for] chest [D pain] and [D/past HTN], no [S/absent fever]");
    const { mentions } = note.getState();
    expect(mentions.map(({ origin }) => origin)).toEqual(["reviewer", "reviewer", "reviewer", undefined]);
  });

  test("a changed mention that is rejected does not let what was found come back", () => {
    const { actions, at, marked } = reviewOf("[D HTN]");
    actions.setAssertion(at("HTN"), "past");
    actions.reject(at("HTN"));
    expect(marked()).toBe("HTN");
    const other = reviewOf("[D HTN]");
    other.actions.setType(other.at("HTN"), "symptom");
    other.actions.setType(other.at("HTN"), "disease");
    other.actions.reject(other.at("HTN"));
    expect(other.marked()).toBe("HTN");
  });

  test("the current place goes along when the start moves", () => {
    const { actions, at, view, mentionActions } = reviewOf(NOTE);
    mentionActions.visit(at("chest pain"));
    actions.moveEdge(at("chest pain"), "start-later");
    expect(view.getState()).toMatchObject({ current: at("pain").start, card: at("pain").start });
  });

  test("a selection is added in whole words; one without a word is not", () => {
    const { actions, marked } = reviewOf("takes metformin daily");
    expect(actions.add({ start: 8, end: 12 }, "medication")).toEqual({ start: 6, end: 15 });
    expect(actions.add({ start: 5, end: 6 }, "medication")).toBeUndefined();
    expect(marked()).toBe("takes [M metformin] daily");
  });

  test("a mention marked over another takes its assertion and its place", () => {
    const { actions, marked } = reviewOf("denies chest [S/absent pain]");
    actions.add({ start: 7, end: 17 }, "symptom");
    expect(marked()).toBe("denies [S/absent chest pain]");
  });

  test("a verdict taken back leaves what was found", () => {
    const { actions, at, workspace, note, marked } = reviewOf(NOTE);
    const mention = at("aspirin");
    actions.reject(mention);
    actions.withdraw(mention);
    expect(marked()).toBe(NOTE);
    expect(workspace.record(note.getState().id)?.corrections).toEqual([]);
  });
});

test("what is found while the note is being read can be rejected, though its record has no finding yet", () => {
  const { note, noteText, workspace, actions, at, marked } = reviewOf("[S pain] and [S fever]");
  noteText.set("pain and fever!");
  expect(workspace.record(note.getState().id)?.reading).toBeUndefined();
  actions.reject(at("pain"));
  expect(marked()).toBe("pain and [S fever]!");
});

describe("many mentions", () => {
  test("accept all shown takes what the filter shows, in one step", () => {
    const { actions, mentionActions, note, history } = reviewOf(NOTE);
    mentionActions.toggleType("symptom");
    actions.acceptShown();
    expect(note.getState().mentions.map(({ verdict }) => verdict)).toEqual(["accepted", undefined, "accepted", undefined]);
    actions.undo();
    expect(note.getState().corrections).toEqual([]);
    expect(history.store.getState()).toMatchObject({ done: [], undone: [{ kind: "accepted" }] });
  });

  test("everywhere: same words and type, whatever the case; abbreviations keep theirs", () => {
    const { actions, at, marked } = reviewOf("[S Pain], [S pain] and [S chest pain], [D MS], [D ms]");
    actions.rejectAlike(at("pain"), "note");
    actions.rejectAlike(at("MS"), "note");
    expect(marked()).toBe("Pain, pain and [S chest pain], MS, [D ms]");
  });

  test("mark everywhere leaves longer mentions and accepted ones, takes the place of shorter ones", () => {
    const { actions, at, marked } = reviewOf("[S pain] and chest pain, [S chest pain], [S/absent chest] pain, [D severe chest pain]");
    actions.accept(at("pain"));
    actions.add({ start: 9, end: 19 }, "symptom");
    actions.addAlike(at("chest pain"), "note");
    expect(marked()).toBe("[S pain] and [S chest pain], [S chest pain], [S/absent chest pain], [D severe chest pain]");
  });

  test("in all notes it is one step, undone and done again in all of them", () => {
    const { actions, at, marked, workspace, history, view } = reviewOf("[S pain], fever", ["[S pain] and [S PAIN]", "nothing", "some pain"]);
    const all = () => workspace.records().map((record) => writeMarked(record.text, mentionsOf(record)));
    const before = all();
    actions.rejectAlike(at("pain"), "notes");
    expect(all()).toEqual(["pain, fever", "pain and PAIN", "nothing", "some pain"]);
    expect(view.getState().said?.text).toBe("Rejected 3 mentions in 2 notes.");
    expect(history.store.getState().done).toHaveLength(1);
    actions.undo();
    expect(all()).toEqual(before);
    expect(view.getState().said?.text).toBe("Undone: rejected 3 mentions in 2 notes.");
    actions.redo();
    expect(marked()).toBe("pain, fever");
    actions.undo();
    actions.addAlike(at("pain"), "notes");
    expect(all()).toEqual(["[S pain], fever", "[S pain] and [S PAIN]", "nothing", "some [S pain]"]);
    actions.undo();
    expect(all()).toEqual(before);
  });
});
