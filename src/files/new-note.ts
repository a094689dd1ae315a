/** The one way by which text of a file becomes a note. */

import { Failure } from "../core/failure.ts";
import type { FileNote } from "./file-item.ts";
import { NOTE_LIMIT } from "./limits.ts";
import { noteName } from "./note-name.ts";

export const isBlank = (text: string): boolean => !/\S/.test(text);

export const singleLineFeeds = (text: string): string => text.replace(/\r\n?/g, "\n");

/** `path` gives the name. @throws Failure `note-too-large`; `file-unreadable` when the text is blank. */
export function newNote(path: string, text: string, rest: Omit<FileNote, "name" | "text"> = {}): FileNote {
  if (isBlank(text)) throw new Failure("file-unreadable", "It is empty.");
  if (text.length > NOTE_LIMIT) throw new Failure("note-too-large", "It is longer than 5 million characters. Split it, or paste the part that matters.");
  return { name: noteName(path), text: singleLineFeeds(text), ...rest };
}
