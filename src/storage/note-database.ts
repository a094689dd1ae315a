/** The database of kept notes: its versions, and the way from one to the next. docs/formats.md is the contract. */

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import { Failure } from "../core/failure.ts";
import type { StoredCorrections, StoredFinding, StoredNote } from "./stored-note.ts";

export const DATABASE_NAME = "chartlight-note";
export const DATABASE_VERSION = 2;

export interface NoteSchema extends DBSchema {
  notes: { key: string; value: StoredNote };
  /** By the note's id, as the corrections: a verdict must not cost writing the text again. */
  findings: { key: string; value: StoredFinding };
  corrections: { key: string; value: StoredCorrections };
  /** `open`: the id of the open note. */
  page: { key: "open"; value: string };
}

export const STORES = ["notes", "findings", "corrections", "page"] as const;

export interface DatabaseOptions {
  /** For the one note of a version 1 database. */
  readonly newId: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The connection is gone: another page wants a newer version, or the browser closed it. */
  readonly onLost: () => void;
}

/** Opens it, creates it, or brings it up to date in one transaction: all or nothing. @throws Failure `storage-…` */
export async function openNoteDatabase({ newId, now, onLost }: DatabaseOptions): Promise<IDBPDatabase<NoteSchema>> {
  try {
    return await openDB<NoteSchema>(DATABASE_NAME, DATABASE_VERSION, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        for (const store of STORES) if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
        if (oldVersion === 1) takeOverOneNote(transaction, { newId, now }).catch(() => transaction.abort());
      },
      blocking(_currentVersion, _blockedVersion, event) {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    });
  } catch (error) {
    throw storageFailure(error);
  }
}

type Upgrade = IDBPTransaction<NoteSchema, StoreNames<NoteSchema>[], "versionchange">;

/** Version 1 held one note: store `notes`, key `current`, value `{text}`. The page names it when it is loaded. */
async function takeOverOneNote(upgrade: Upgrade, { newId, now }: Pick<DatabaseOptions, "newId" | "now">): Promise<void> {
  const notes = upgrade.objectStore("notes");
  const old: unknown = await notes.get("current");
  await notes.clear();
  if (typeof old !== "object" || old === null || !("text" in old) || typeof old.text !== "string" || old.text === "") return;
  const id = newId();
  await notes.put({ id, name: "", text: old.text, addedAtMs: now(), place: 1 }, id);
  await upgrade.objectStore("page").put(id, "open");
}

/** What the browser's refusal means for the user. */
export function storageFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const name = error instanceof DOMException ? error.name : "";
  if (name === "VersionError") {
    return new Failure("storage-newer", "The notes kept on this device were written by a newer version of this page. They were left as they are: load the newest version to see them.", { cause: error });
  }
  if (name === "QuotaExceededError") {
    return new Failure("storage-full", "The browser's storage is full. Export the notes, then remove some or free space on this device.", { cause: error });
  }
  return new Failure("storage-blocked", "This browser refused to store notes. Its settings may block it, as private windows do.", { cause: error });
}
