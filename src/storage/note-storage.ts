/** The notes that the user chose to keep, in IndexedDB. Nothing is opened or created before the first call. */

import { deleteDB, type IDBPDatabase } from "idb";
import type { NoteFinding, NoteRecord } from "../core/note-record.ts";
import type { Correction } from "../core/review.ts";
import { DATABASE_NAME, openNoteDatabase, storageFailure, STORES, type NoteSchema } from "./note-database.ts";
import { parseNote } from "./stored-note.ts";

export interface KeptNote {
  readonly record: NoteRecord;
  /** Orders the notes. */
  readonly place: number;
}

export interface KeptNotes {
  /** In order. */
  readonly notes: readonly KeptNote[];
  readonly openId: string | undefined;
  /** Records, or parts of one, that were not what they should be and were left out. */
  readonly malformed: number;
}

export interface NoteChanges {
  readonly notes: readonly KeptNote[];
  /** Undefined: it has none any more. */
  readonly findings: readonly (readonly [id: string, finding: NoteFinding | undefined])[];
  readonly corrections: readonly (readonly [id: string, corrections: readonly Correction[]])[];
  readonly removed: readonly string[];
  readonly openId: string | undefined;
}

/** Every method @throws Failure `storage-full`, `storage-blocked` or `storage-newer`. */
export interface NoteStorage {
  load(): Promise<KeptNotes>;
  /** One transaction: all of it is kept, or nothing. */
  write(changes: NoteChanges): Promise<void>;
  /** Leaves nothing behind. */
  erase(): Promise<void>;
  /** Asks the browser not to evict what is kept; it may refuse without a word. Never rejects. */
  askToPersist(): Promise<void>;
}

/** The longest piece of work between two looks at the page. */
const SLICE_MS = 8;

export interface NoteStorageOptions {
  readonly newId: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function createNoteStorage({ newId, now }: NoteStorageOptions): NoteStorage {
  let opening: Promise<IDBPDatabase<NoteSchema>> | undefined;

  const forget = () => {
    opening = undefined;
  };
  const open = (): Promise<IDBPDatabase<NoteSchema>> => {
    opening ??= openNoteDatabase({ newId, now, onLost: forget }).catch((error: unknown) => {
      forget(); // a failure is not kept: the next call tries again
      throw error;
    });
    return opening;
  };

  const readAll = async () => {
    const transaction = (await open()).transaction(STORES, "readonly");
    const [notes, findings, corrections] = [transaction.objectStore("notes"), transaction.objectStore("findings"), transaction.objectStore("corrections")];
    const [noteKeys, noteValues, findingKeys, findingValues, correctionKeys, correctionValues, openId] = await Promise.all([
      notes.getAllKeys(),
      notes.getAll(),
      findings.getAllKeys(),
      findings.getAll(),
      corrections.getAllKeys(),
      corrections.getAll(),
      transaction.objectStore("page").get("open"),
    ]);
    return { stored: byKey(noteKeys, noteValues), findings: byKey(findingKeys, findingValues), corrections: byKey(correctionKeys, correctionValues), openId };
  };

  return {
    async load() {
      try {
        const { stored, findings, corrections, openId } = await readAll();
        const notes: KeptNote[] = [];
        let malformed = 0;
        let sliceEnd = performance.now() + SLICE_MS;
        for (const [id, one] of stored) {
          const parsed = parseNote(one, findings.get(id), corrections.get(id));
          if (parsed) notes.push({ record: parsed.record, place: parsed.place });
          malformed += parsed?.malformed ?? 1;
          if (performance.now() < sliceEnd) continue;
          await new Promise((resolve) => setTimeout(resolve, 0));
          sliceEnd = performance.now() + SLICE_MS;
        }
        notes.sort((a, b) => a.place - b.place);
        return { notes, malformed, openId: typeof openId === "string" ? openId : undefined };
      } catch (error) {
        throw storageFailure(error);
      }
    },
    async write({ notes, findings, corrections, removed, openId }) {
      try {
        const transaction = (await open()).transaction(STORES, "readwrite");
        const requests: Promise<unknown>[] = [];
        const store = { notes: transaction.objectStore("notes"), findings: transaction.objectStore("findings"), corrections: transaction.objectStore("corrections") };
        for (const id of removed) requests.push(store.notes.delete(id), store.findings.delete(id), store.corrections.delete(id));
        for (const { record, place } of notes) {
          const { id, name, text, date, addedAtMs } = record;
          requests.push(store.notes.put({ id, name, text, ...(date !== undefined && { date }), addedAtMs, place }, id));
        }
        for (const [id, finding] of findings) requests.push(finding === undefined ? store.findings.delete(id) : store.findings.put(finding, id));
        for (const [id, own] of corrections) requests.push(own.length === 0 ? store.corrections.delete(id) : store.corrections.put({ corrections: own }, id));
        if (openId !== undefined) requests.push(transaction.objectStore("page").put(openId, "open"));
        // The transaction knows why it failed; its requests only that they were ended.
        for (const request of requests) request.catch(() => undefined);
        await transaction.done;
      } catch (error) {
        throw storageFailure(error);
      }
    },
    async erase() {
      try {
        const database = await open();
        const transaction = database.transaction(STORES, "readwrite");
        for (const name of STORES) transaction.objectStore(name).clear().catch(() => undefined);
        await transaction.done;
        forget();
        database.close();
        // An empty database gives nothing away; another page that holds it open must not make the promise wait.
        deleteDB(DATABASE_NAME).catch(() => undefined);
      } catch (error) {
        throw storageFailure(error);
      }
    },
    async askToPersist() {
      try {
        await navigator.storage.persist();
      } catch {
        // A browser without it evicts what it likes; nothing is to be done about it.
      }
    },
  };
}

/** Values are not believed yet. */
const byKey = (keys: readonly string[], values: readonly unknown[]): Map<string, unknown> => new Map(keys.map((key, i) => [key, values[i]]));
