/** The one note that the user chose to keep, in IndexedDB. Nothing is opened or created before the first call. */

import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import { Failure } from "../core/failure.ts";

interface Schema extends DBSchema {
  notes: { key: "current"; value: { text: string } };
}

export interface NoteStorage {
  /** Undefined when nothing is kept. @throws Failure `storage-full` */
  load(): Promise<string | undefined>;
  /** @throws Failure `storage-full` */
  save(text: string): Promise<void>;
  /** Leaves nothing behind. @throws Failure `storage-full` */
  erase(): Promise<void>;
}

const NAME = "chartlight-note";

export function createNoteStorage(): NoteStorage {
  const withDatabase = async <T>(job: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    try {
      const database = await openDB<Schema>(NAME, 1, { upgrade: (fresh) => void fresh.createObjectStore("notes") });
      try {
        return await job(database);
      } finally {
        database.close();
      }
    } catch (error) {
      throw new Failure("storage-full", "This browser refused to store the note (its storage is full or blocked).", { cause: error });
    }
  };
  return {
    load: () => withDatabase(async (database) => (await database.get("notes", "current"))?.text),
    async save(text) {
      await withDatabase((database) => database.put("notes", { text }, "current"));
    },
    async erase() {
      await withDatabase((database) => database.clear("notes"));
      // An empty database gives nothing away; another tab that holds it open must not make the promise wait.
      void deleteDB(NAME);
    },
  };
}
