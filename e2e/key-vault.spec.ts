/** The key vault by itself, in a real browser's IndexedDB and WebCrypto. */

import { expect, test, type Page } from "@playwright/test";
import { build } from "vite";
import type { KeyVault } from "../src/storage/key-vault.ts";

declare global {
  interface Window {
    KeyVaultModule: { createKeyVault(crypto: Crypto): KeyVault };
    vault: KeyVault;
  }
}

const KEY = "sk-not-a-real-key-0123456789";
const PASSPHRASE = "four plain words here";
let script = "";

test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, target: "es2022", lib: { entry: "src/storage/key-vault.ts", formats: ["iife"], name: "KeyVaultModule" } },
  });
  const [output] = Array.isArray(built) ? built : [];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== "chunk") throw new Error("the vault was not built");
  // A top-level `var` of an evaluated script is no property of the window.
  script = `${chunk.code}\nwindow.KeyVaultModule = KeyVaultModule;`;
});

/** A tab of its own origin's storage, with a vault that has only what was remembered. */
async function openVault(page: Page): Promise<void> {
  await page.goto("/");
  await page.evaluate(script);
  await page.evaluate(() => void (window.vault = window.KeyVaultModule.createKeyVault(crypto)));
}

const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes("key")));
const tryUnlock = (page: Page, passphrase: string) =>
  page.evaluate(async (typed) => {
    try {
      await window.vault.unlock("openai", typed);
      return window.vault.get("openai");
    } catch (error) {
      return error instanceof Error ? `${(error as Error & { code?: string }).code ?? ""}: ${error.message}` : "?";
    }
  }, passphrase);

/** Every string and every byte of the database as text. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const open = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error ?? new Error("?")))));
    const database = await open(indexedDB.open("chartlight-keys"));
    const records = await open(database.transaction("keys").objectStore("keys").getAll() as IDBRequest<Record<string, unknown>[]>);
    database.close();
    return records.map((record) => Object.entries(record).map(([name, value]) => `${name}=${value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : String(value)}`).join(" ")).join("\n");
  });

test("a key is in memory until it is remembered, sealed when it is, and gone when forgotten", async ({ page }) => {
  await openVault(page);
  await page.evaluate(async (key) => {
    window.vault.set("openai", key);
    await window.vault.remembered();
  }, KEY);
  expect(await databases(page)).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(window.vault))).not.toContain(KEY);

  await page.evaluate((passphrase) => window.vault.remember("openai", passphrase), PASSPHRASE);
  expect(await stored(page)).toContain("version=1");
  expect(await stored(page)).not.toContain("sk-");

  await openVault(page);
  expect(await page.evaluate(() => window.vault.get("openai"))).toBeUndefined();
  expect(await page.evaluate(() => window.vault.remembered())).toEqual(["openai"]);
  const wrong = await tryUnlock(page, "four plain words, not these");
  expect(wrong).toBe("key-locked: The passphrase does not open the kept key. Try again, or forget the key and enter it anew.");
  expect(await tryUnlock(page, PASSPHRASE)).toBe(KEY);

  await page.evaluate(() => window.vault.forget("openai"));
  expect(await page.evaluate(() => window.vault.get("openai"))).toBeUndefined();
  expect(await databases(page)).toEqual([]);
});

test("one key is forgotten without the other; forget all leaves no trace; a damaged record says no more than a wrong passphrase", async ({ page }) => {
  await openVault(page);
  await page.evaluate(async (passphrase) => {
    window.vault.set("openai", "sk-one");
    window.vault.set("anthropic", "sk-two");
    await window.vault.remember("openai", passphrase);
    await window.vault.remember("anthropic", passphrase);
    await window.vault.forget("anthropic");
  }, PASSPHRASE);
  expect(await page.evaluate(() => window.vault.remembered())).toEqual(["openai"]);
  expect(await tryUnlock(page, PASSPHRASE)).toBe("sk-one");

  await page.evaluate(async () => {
    const request = indexedDB.open("chartlight-keys");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const transaction = request.result.transaction("keys", "readwrite");
    transaction.objectStore("keys").put({ version: 1, data: "sk-one" }, "openai");
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    request.result.close();
  });
  expect(await tryUnlock(page, PASSPHRASE)).toContain("key-locked: The passphrase does not open");

  await page.evaluate(() => window.vault.forgetAll());
  expect(await databases(page)).toEqual([]);
  expect(await page.evaluate(() => [window.vault.get("openai"), window.vault.get("anthropic")])).toEqual([undefined, undefined]);
  expect(await page.evaluate(() => window.vault.remembered())).toEqual([]);
  expect(await databases(page)).toEqual([]);
});

test("a short passphrase keeps nothing", async ({ page }) => {
  await openVault(page);
  const said = await page.evaluate(async () => {
    window.vault.set("openai", "sk-one");
    return window.vault.remember("openai", "short").then(
      () => "kept",
      (error: unknown) => (error instanceof Error ? error.message : "?"),
    );
  });
  expect(said).toContain("12 characters");
  expect(await databases(page)).toEqual([]);
});
