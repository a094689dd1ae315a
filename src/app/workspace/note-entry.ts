import { mentionsOf, type NoteRecord } from "../../core/note-record.ts";
import { isBlank } from "../note-text.ts";
import type { NoteEntry } from "./workspace.ts";

/** `active`: what is known beside the record: it is being read, or could not be. */
export function noteEntry(record: NoteRecord, active: "reading" | "failed" | undefined): NoteEntry {
  const mentions = mentionsOf(record);
  return {
    id: record.id,
    name: record.name,
    date: record.date,
    length: record.text.length,
    reading: active ?? (record.reading !== undefined || isBlank(record.text) ? "read" : "waiting"),
    mentions: mentions.length,
    reviewed: mentions.reduce((sum, { verdict }) => sum + (verdict === undefined ? 0 : 1), 0),
  };
}
