/** Sealed keys in a database of their own, one record a provider. */

import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import * as v from "valibot";
import { Failure } from "../core/failure.ts";
import { sealedSchema, type Sealed } from "./seal.ts";

interface Schema extends DBSchema {
  keys: { key: string; value: Sealed };
}

/** All @throws Failure `storage-full` */
export interface KeyRecords {
  owners(): Promise<readonly string[]>;
  /** Undefined when there is none, or it is not what `put` writes. */
  get(owner: string): Promise<Sealed | undefined>;
  put(owner: string, sealed: Sealed): Promise<void>;
  /** The last one takes the database with it. */
  erase(owner: string): Promise<void>;
  /** The database too. */
  eraseAll(): Promise<void>;
}

const NAME = "chartlight-keys";
const VERSION = 1;

export function createKeyRecords(): KeyRecords {
  return {
    owners: () => inDatabase(async (database) => (await database?.getAllKeys("keys")) ?? []),
    get: (owner) =>
      inDatabase(async (database) => {
        const parsed = v.safeParse(sealedSchema, await database?.get("keys", owner));
        return parsed.success ? parsed.output : undefined;
      }),
    async put(owner, sealed) {
      await inDatabase((database) => Promise.resolve(database?.put("keys", sealed, owner)), "create");
    },
    async erase(owner) {
      const left = await inDatabase(async (database) => {
        await database?.delete("keys", owner);
        return (await database?.count("keys")) ?? 0;
      });
      if (left === 0) await eraseDatabase();
    },
    async eraseAll() {
      await inDatabase((database) => Promise.resolve(database?.clear("keys")));
      await eraseDatabase();
    },
  };
}

/** Without "create" the job gets undefined where there is no database, and none comes into being: a look leaves no trace. */
async function inDatabase<T>(job: (database: IDBPDatabase<Schema> | undefined) => Promise<T>, missing: "create" | "leave" = "leave"): Promise<T> {
  return refused(async () => {
    let absent = false as boolean; // set in a callback, which the compiler does not follow
    let database: IDBPDatabase<Schema> | undefined;
    try {
      database = await openDB<Schema>(NAME, VERSION, {
        upgrade(fresh, _from, _to, transaction) {
          absent = missing === "leave";
          fresh.createObjectStore("keys");
          if (!absent) return;
          transaction.done.catch(() => undefined); // it is meant to fail
          transaction.abort();
        },
      });
    } catch (error) {
      if (!absent) throw error;
    }
    try {
      return await job(database);
    } finally {
      database?.close();
    }
  });
}

// The records are gone before; another tab that is at work in the database must not make the promise wait.
const eraseDatabase = (): Promise<void> => refused(() => new Promise((resolve, reject) => void deleteDB(NAME, { blocked: () => resolve() }).then(resolve, reject)));

async function refused<T>(job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (error) {
    throw new Failure("storage-full", "This browser refused to store the key (its storage is full or blocked). The key is in memory until the tab closes.", { cause: error });
  }
}
