/**
 * Keys of teachers, each for one origin: a key is never sent to a host that it was not entered for. In memory until the
 * page closes; one that the user has remembered is kept sealed as well (src/storage/key-vault.ts).
 */

import { Failure, type FailureValue } from "../../core/failure.ts";
import type { KeyVault } from "../../storage/key-vault.ts";
import { ApiKey } from "../../teacher/key.ts";

/** Origins, never keys. */
export interface KeyedOrigins {
  /** With a key in memory. */
  readonly inMemory: readonly string[];
  /** With a key kept sealed on this device. */
  readonly remembered: readonly string[];
}

/** Each answers with the failure where it does not succeed. */
export interface KeyRing {
  /** Undefined where no key is in memory for it. */
  readonly of: (origin: string) => ApiKey | undefined;
  /** The earlier key stays when the text can't be a key. */
  readonly enter: (origin: string, text: string) => FailureValue | undefined;
  readonly remember: (origin: string, passphrase: string) => Promise<FailureValue | undefined>;
  readonly unlock: (origin: string, passphrase: string) => Promise<FailureValue | undefined>;
  /** From memory, and from this device. */
  readonly forget: (origin: string) => Promise<FailureValue | undefined>;
  /** Looks up what is remembered. */
  readonly refresh: () => Promise<FailureValue | undefined>;
}

/** `changed` is told after each change. */
export function createKeyRing(vault: KeyVault, changed: (origins: KeyedOrigins) => void): KeyRing {
  const inMemory = new Set<string>();
  let remembered: readonly string[] = [];
  const tell = () => changed({ inMemory: [...inMemory], remembered });
  const attempt = async (act: () => Promise<void>): Promise<FailureValue | undefined> => {
    try {
      await act();
      remembered = await vault.remembered();
      return undefined;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { code: error.code, message: error.message };
    } finally {
      tell();
    }
  };
  return {
    of(origin) {
      const text = vault.get(origin);
      return text === undefined ? undefined : new ApiKey(text);
    },
    enter(origin, text) {
      try {
        vault.set(origin, new ApiKey(text).reveal());
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return { code: error.code, message: error.message };
      }
      inMemory.add(origin);
      tell();
      return undefined;
    },
    remember: (origin, passphrase) => attempt(() => vault.remember(origin, passphrase)),
    unlock: (origin, passphrase) =>
      attempt(async () => {
        await vault.unlock(origin, passphrase);
        inMemory.add(origin);
      }),
    forget: (origin) =>
      attempt(async () => {
        inMemory.delete(origin);
        await vault.forget(origin);
      }),
    refresh: () => attempt(() => Promise.resolve()),
  };
}
