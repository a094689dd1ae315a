import { describe, expect, test } from "vitest";
import { isArrival } from "../../src/app/arrival.ts";

const NOTE = "She denies chest pain and takes metformin every day.";

describe("isArrival", () => {
  test("a paste over nothing, or over the whole note", () => {
    expect(isArrival("insertFromPaste", "", "aspirin")).toBe(true);
    expect(isArrival("insertFromDrop", "something else", NOTE)).toBe(true);
  });
  test("not a small paste into a note", () => {
    expect(isArrival("insertFromPaste", NOTE, NOTE.replace("every", "metoprolol every"))).toBe(false);
  });
  test("a program that fills the field, not a dictated word", () => {
    expect(isArrival("insertText", "", NOTE)).toBe(true);
    expect(isArrival("", "", NOTE)).toBe(true);
    expect(isArrival("insertText", "", "She denies")).toBe(false);
  });
  test("never a deletion, an undo or no change", () => {
    expect(isArrival("deleteContentBackward", NOTE, "")).toBe(false);
    expect(isArrival("historyUndo", "", NOTE)).toBe(false);
    expect(isArrival("insertFromPaste", NOTE, NOTE)).toBe(false);
  });
});
