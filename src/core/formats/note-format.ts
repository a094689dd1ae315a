/** What a format is: a name, what it is for, and how notes become files. */

import type { NoteRecord } from "../note-record.ts";
import { mentionsOf } from "../note-record.ts";
import type { ReviewedMention } from "../review.ts";

/** A note with those of its mentions that are to be written. */
export interface WrittenNote {
  readonly record: NoteRecord;
  /** In order and disjoint. */
  readonly mentions: readonly ReviewedMention[];
}

export const MENTION_CHOICES = ["all", "reviewed"] as const;
/** `all`: every mention after review; `reviewed`: those that a reviewer accepted. */
export type MentionChoice = (typeof MENTION_CHOICES)[number];

export const writtenNote = (record: NoteRecord, choice: MentionChoice): WrittenNote => {
  const mentions = mentionsOf(record);
  return { record, mentions: choice === "all" ? mentions : mentions.filter(({ verdict }) => verdict === "accepted") };
};

/** Whether a reviewer looked at every mention of the note; one without mentions counts as not reviewed. */
export function fullyReviewed(record: NoteRecord): boolean {
  const mentions = mentionsOf(record);
  return mentions.length > 0 && mentions.every(({ verdict }) => verdict === "accepted");
}

export interface WriteOptions {
  /** Of the export, milliseconds since the epoch; written by the formats that must have a time. */
  readonly atMs: number;
  /** A byte order mark before a CSV table: spreadsheets need it to read UTF-8. */
  readonly byteOrderMark: boolean;
}

/** `parts` may be drawn once, and are made one by one: about a note each. */
export interface OutputFile {
  /** Without folder; never from a note's name or text. */
  readonly name: string;
  readonly parts: Iterable<string>;
}

export const FORMAT_GROUPS = ["people", "annotation", "systems"] as const;
export type FormatGroup = (typeof FORMAT_GROUPS)[number];

export interface NoteFormat {
  readonly id: string;
  readonly label: string;
  /** One line: what it is for. */
  readonly about: string;
  readonly group: FormatGroup;
  /** With its dot, of a file of the format. */
  readonly extension: string;
  readonly mediaType: string;
  /** What `start` and `end` count; `none`: it has no offsets. */
  readonly offsetUnit: "utf16" | "codepoint" | "both" | "none";
  /** The same notes and options give the same bytes. More than one file: they belong into one archive. */
  readonly files: (notes: Iterable<WrittenNote>, options: WriteOptions) => Iterable<OutputFile>;
  /** Why a mention is not in the files, or not as it is: a reason for each such mention. Left out: the format writes them all. */
  readonly leftOut?: (note: WrittenNote) => readonly string[];
}
