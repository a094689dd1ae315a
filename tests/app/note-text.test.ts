import { describe, expect, test } from "vitest";
import { goesOn, groupBlocks } from "../../src/app/block-groups.ts";
import { createNoteStore } from "../../src/app/note-store.ts";
import { asFieldText, createNoteText } from "../../src/app/note-text.ts";
import { mention } from "./mention.ts";

function noteOf(text: string) {
  const note = createNoteStore();
  const noteText = createNoteText(note);
  noteText.set(text);
  return { note, noteText };
}

describe("the text of a note", () => {
  test("mentions go with the text; one that is edited goes away", () => {
    const { note, noteText } = noteOf("no chest pain\nfever");
    noteText.setFound([mention(3, 13), mention(14, 19)], {});
    noteText.set("No, no chest pain\nfever");
    expect(note.getState().mentions.map(({ start }) => start)).toEqual([7, 18]);
    noteText.set("No, no chest in\nfever");
    const { mentions, text } = note.getState();
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(["fever"]);
  });

  test("an edit in one line leaves the identity of the others", () => {
    const { note, noteText } = noteOf("a\nb\nc\nd");
    const before = note.getState().blocks.map(({ id }) => id);
    noteText.set("a\nb!\nc\nd");
    const after = note.getState().blocks.map(({ id }) => id);
    expect(after.map((id, i) => id === before[i])).toEqual([true, false, true, true]);
    noteText.set("new\na\nb!\nc\nd");
    expect(note.getState().blocks.slice(1).map(({ id }) => id)).toEqual(after);
    expect(new Set(note.getState().blocks.map(({ id }) => id)).size).toBe(5);
  });

  test("a blank note is idle, any other is to be read, and each change counts", () => {
    const { note, noteText } = noteOf(" \n");
    expect(note.getState().reading.phase).toBe("idle");
    noteText.set("fever");
    expect(note.getState()).toMatchObject({ reading: { phase: "reading" }, revision: 2 });
    expect(noteText.set("fever")).toBe(false);
  });

  test("line ends are those of a field", () => expect(asFieldText("a\r\nb\rc\n")).toBe("a\nb\nc\n"));
});

test("groups hold all blocks in order, and a split line stays in one", () => {
  const { note } = noteOf(`${"line\n".repeat(31)}${"word ".repeat(2000)}\n${"line\n".repeat(40)}`);
  const { blocks } = note.getState();
  const groups = groupBlocks(blocks);
  expect(groups.flatMap(({ first, end }) => blocks.slice(first, end))).toEqual(blocks);
  for (const { end } of groups.slice(0, -1)) expect(goesOn(blocks, end - 1)).toBe(false);
});
