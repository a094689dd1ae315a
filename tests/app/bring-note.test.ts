import { expect, test } from "vitest";
import { createBringNote } from "../../src/app/bring-note.ts";
import { createNoteActions } from "../../src/app/note-actions.ts";
import { createNotices } from "../../src/app/notices.ts";
import { openWorkspace } from "./workspace/open-workspace.ts";

function page() {
  const opened = openWorkspace();
  const { note, noteText, view, reader, undoOffer, workspace } = opened;
  const noteActions = createNoteActions({ note, noteText, view, reader, notices: createNotices(view), undoOffer });
  return { ...opened, bring: createBringNote({ workspace, note, noteActions }), texts: () => workspace.records().map(({ text }) => text) };
}

test("an empty note takes the text", () => {
  const { bring, texts, view } = page();
  bring("fever");
  expect(texts()).toEqual(["fever"]);
  expect(view.getState().undo).toBeUndefined();
});

test("a single note gives way, and comes back", () => {
  const { bring, texts, undoOffer, type } = page();
  type("cough");
  bring("fever");
  expect(texts()).toEqual(["fever"]);
  undoOffer.take();
  expect(texts()).toEqual(["cough"]);
});

test("among several notes it is one more, open, and the others stay as they were", async () => {
  const { bring, texts, note, names, workspace, readAll } = page();
  workspace.add([{ name: "a", text: "cough" }, { name: "b", text: "pain" }]);
  bring("fever\r\nsince Monday");
  expect(texts()).toEqual(["cough", "pain", "fever\nsince Monday"]);
  expect(note.getState().text).toBe("fever\nsince Monday");
  expect(names()).toEqual(["a", "b", "fever"]);
  await readAll();
  expect(workspace.records().every(({ reading }) => reading !== undefined)).toBe(true);
});

test("among several notes an empty open one takes it", () => {
  const { bring, texts, workspace } = page();
  workspace.add([{ name: "a", text: "cough" }, { name: "b", text: "pain" }]);
  workspace.startNew();
  bring("fever");
  expect(texts()).toEqual(["cough", "pain", "fever"]);
});
