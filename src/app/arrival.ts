import { findEdit } from "../core/edit.ts";

/** Fewer characters in one piece may still be a word from a dictation or a keyboard's suggestion. */
const SHORTEST_INSERTED = 40;

/**
 * Whether an input was a note's arrival (a paste, a drop, a program that fills the field) and not writing:
 * what came in makes up most of the text. `inputType` as in an InputEvent.
 */
export function isArrival(inputType: string, before: string, after: string): boolean {
  const edit = findEdit(before, after);
  if (edit === undefined) return false;
  const inserted = edit.afterEnd - edit.start;
  if (inserted * 2 < after.length) return false;
  switch (inputType) {
    case "insertFromPaste":
    case "insertFromDrop":
      return inserted > 0;
    case "insertText":
    case "":
      return inserted >= SHORTEST_INSERTED;
    default:
      return false;
  }
}
