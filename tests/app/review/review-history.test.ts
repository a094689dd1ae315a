import { describe, expect, test } from "vitest";
import { reviewOf } from "./review-of.ts";

describe("undo and redo", () => {
  test("go back and forth through every kind of step; a new step ends what could be done again", () => {
    const { actions, at, marked, history } = reviewOf("[M aspirin] for [S pain]");
    const states = [marked()];
    const step = (act: () => void) => {
      act();
      states.push(marked());
    };
    step(() => actions.setType(at("pain"), "disease"));
    step(() => actions.moveEdge(at("pain"), "start-earlier"));
    step(() => actions.reject(at("aspirin")));
    step(() => actions.add({ start: 0, end: 3 }, "medication"));
    for (const state of states.slice(0, -1).reverse()) {
      actions.undo();
      expect(marked()).toBe(state);
    }
    actions.undo();
    expect(marked()).toBe(states[0]);
    for (const state of states.slice(1)) {
      actions.redo();
      expect(marked()).toBe(state);
    }
    actions.undo();
    actions.reject(at("for pain"));
    expect(history.store.getState().undone).toEqual([]);
  });

  test("a step that changes nothing is none", () => {
    const { actions, at, history } = reviewOf("[S pain]");
    actions.setType(at("pain"), "symptom");
    actions.moveEdge(at("pain"), "end-later");
    actions.acceptAlike({ ...at("pain"), type: "disease" }, "notes");
    expect(history.store.getState().done).toEqual([]);
  });
});

describe("edits of the text", () => {
  test("undo never brings text back: it is carried along, and what lost its text is left out", () => {
    const { actions, at, noteText, note, marked } = reviewOf("[M aspirin] for [S pain], [D HTN]");
    actions.reject(at("aspirin"));
    actions.setType(at("HTN"), "symptom");
    actions.rejectAlike(at("pain"), "note");
    noteText.set("She takes aspirin for pain, HTN");
    noteText.set("She takes aspirin for PAINS, HTN");
    actions.undo(); // of the rejection whose text is gone: nothing is left of it, so the one before is undone
    expect(note.getState().text).toBe("She takes aspirin for PAINS, HTN");
    expect(marked()).toBe("She takes aspirin for PAINS, [D HTN]");
    actions.undo();
    expect(marked()).toBe("She takes [M aspirin] for PAINS, [D HTN]");
    actions.redo();
    actions.redo();
    expect(marked()).toBe("She takes aspirin for PAINS, [S HTN]");
  });

  test("corrections come back with their text when the edit is taken back", () => {
    const { actions, at, noteText, note } = reviewOf("[M aspirin] for [S pain]");
    actions.accept(at("aspirin"));
    actions.reject(at("pain"));
    const { text, corrections } = note.getState();
    noteText.set("");
    expect(note.getState().corrections).toEqual([]);
    noteText.set(text);
    expect(note.getState().corrections).toEqual(corrections);

    noteText.set(text.replace("pain", "pan"));
    noteText.set(text);
    expect(note.getState().corrections).toEqual(corrections);
  });

  test("what was decided since goes before what comes back", () => {
    const { actions, at, noteText, note, marked } = reviewOf("[M aspirin] for [S pain]");
    actions.accept(at("pain"));
    const { text } = note.getState();
    noteText.set("aspirin for pan");
    noteText.setFound([], {});
    actions.add({ start: 0, end: 7 }, "disease");
    noteText.set(text);
    expect(marked()).toBe("[D aspirin] for [S pain]");
  });

  test("another note in its place is no edit: its steps are undone there, wherever one is", () => {
    const { actions, at, workspace, named, marked, note } = reviewOf("[M aspirin] for [S pain]", ["[D HTN]"]);
    actions.reject(at("aspirin"));
    workspace.open(named("note 2").id);
    expect(marked()).toBe("[D HTN]");
    actions.undo();
    expect(workspace.record(named("note 1").id)?.corrections).toEqual([]);
    workspace.open(named("note 1").id);
    expect(marked()).toBe("[M aspirin] for [S pain]");
    actions.redo();
    expect(note.getState().corrections).toHaveLength(1);
  });

  test("a note that was removed meanwhile is left out", () => {
    const { actions, at, workspace, named, marked } = reviewOf("[S pain]", ["[S pain] again"]);
    actions.rejectAlike(at("pain"), "notes");
    workspace.remove([named("note 2").id]);
    actions.undo();
    expect(marked()).toBe("[S pain]");
    expect(workspace.records()).toHaveLength(1);
  });
});
