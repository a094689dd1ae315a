/**
 * Keys of providers. They are in memory and gone with the tab; a key that the user has remembered is also in IndexedDB,
 * sealed under a passphrase that is stored nowhere. Strings go in and out: who holds a key wraps it.
 */

import { Failure } from "../core/failure.ts";
import { createKeyRecords } from "./key-records.ts";
import { seal, unseal, type SealCrypto } from "./seal.ts";

/** In code points. A copied record can be tried offline, at 600,000 rounds a guess. */
export const SHORTEST_PASSPHRASE = 12;

export interface KeyVault {
  /** The key in memory. */
  get(provider: string): string | undefined;
  /** Into memory only. A remembered key stays as it was. */
  set(provider: string, key: string): void;
  /** Providers with a remembered key, locked or not. @throws Failure `storage-full` */
  remembered(): Promise<readonly string[]>;
  /** Keeps the key in memory sealed, in place of an older one. @throws Failure `storage-full`, `key-locked` for a short passphrase; RangeError without a key */
  remember(provider: string, passphrase: string): Promise<void>;
  /** The remembered key comes into memory. @throws Failure `storage-full`, `key-locked` when the passphrase does not open it */
  unlock(provider: string, passphrase: string): Promise<void>;
  /** From memory and storage. @throws Failure `storage-full` */
  forget(provider: string): Promise<void>;
  /** Leaves no trace, not even an empty database. @throws Failure `storage-full` */
  forgetAll(): Promise<void>;
}

/** Nothing is opened or created before the first call, and no database before the first `remember`. */
export function createKeyVault(crypto: SealCrypto): KeyVault {
  const keys = new Map<string, string>();
  const records = createKeyRecords();
  return {
    get: (provider) => keys.get(provider),
    set: (provider, key) => void keys.set(provider, key),
    remembered: () => records.owners(),
    async remember(provider, passphrase) {
      const key = keys.get(provider);
      if (key === undefined) throw new RangeError("no key in memory to remember");
      if (Array.from(passphrase.normalize("NFKC")).length < SHORTEST_PASSPHRASE) {
        throw new Failure("key-locked", `A passphrase needs ${SHORTEST_PASSPHRASE} characters or more. Several words in a row are good.`);
      }
      await records.put(provider, await seal(crypto, key, { passphrase, owner: provider }));
    },
    async unlock(provider, passphrase) {
      const sealed = await records.get(provider);
      const key = sealed === undefined ? undefined : await unseal(crypto, sealed, { passphrase, owner: provider });
      // A record that is not there or not whole is no other case for the user: there is nothing that this opens.
      if (key === undefined) throw new Failure("key-locked", "The passphrase does not open the kept key. Try again, or forget the key and enter it anew.");
      keys.set(provider, key);
    },
    async forget(provider) {
      keys.delete(provider);
      await records.erase(provider);
    },
    async forgetAll() {
      keys.clear();
      await records.eraseAll();
    },
  };
}
