/** brat standoff: a .txt and the .ann of the same name beside it. */

import { readBrat } from "../core/formats/brat-reader.ts";
import { Failure } from "../core/failure.ts";
import type { Correction } from "../core/review.ts";
import { decodeText } from "./decode-text.ts";
import type { FileItem } from "./file-item.ts";
import { newNote } from "./new-note.ts";
import { baseName } from "./note-name.ts";

export interface BratPair {
  /** Of the .txt. */
  readonly path: string;
  readonly txt: Uint8Array;
  readonly ann: Uint8Array;
  /** Milliseconds since the epoch: verdicts in the file have no time of their own. */
  readonly atMs: number;
}

/** Labels that can't be read cost the labels, not the note. @throws Failure `file-unreadable`, `note-too-large` for the .txt */
export function* bratNote({ path, txt, ann, atMs }: BratPair): Generator<FileItem, void> {
  const { text, notice } = decodeText(txt);
  if (notice !== undefined) yield { kind: "notice", message: notice };
  let labelled: ReturnType<typeof readBrat>;
  try {
    labelled = readBrat({ txt: text, ann: decodeText(ann).text });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    yield { kind: "note", note: newNote(path, text) };
    yield { kind: "problem", failure: { code: error.code, message: `Its .ann file was left out. ${error.message}` } };
    return;
  }
  const { mentions, leftOut } = labelled;
  if (mentions.length === 0) yield { kind: "note", note: newNote(path, text) };
  else {
    const found = mentions.map(({ start, end, type, assertion, score, concept }) => ({ start, end, type, assertion, score, ...(concept && { concept }) }));
    const reading = { mentions: found, provenance: { kind: "reviewer", name: baseName(path), version: "" } } as const;
    const corrections = mentions.flatMap(({ verdict, origin = "reviewer", ...mention }): Correction[] => (verdict === undefined ? [] : [{ ...mention, verdict, origin, atMs }]));
    yield { kind: "note", note: newNote(path, text, { reading, ...(corrections.length > 0 && { corrections }) }) };
  }
  const reasons = [
    count(leftOut.otherTypes, "of other types than medication, disease and symptom"),
    count(leftOut.discontinuous, "in pieces with words between"),
    count(leftOut.overlapping, "overlapping a longer one"),
  ].filter((reason) => reason !== "");
  if (reasons.length > 0) yield { kind: "notice", message: `Labels left out: ${reasons.join(", ")}.` };
}

const count = (number: number, what: string): string => (number === 0 ? "" : `${number} ${what}`);
