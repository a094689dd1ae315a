/** Many notes come in, as a user brings them: one file of JSON lines. */

import type { Page } from "@playwright/test";
import { seededRandom } from "../src/core/seeded-random.ts";

export interface SmallNote {
  readonly id: string;
  readonly text: string;
}

const SUBJECTS = ["She", "He", "The patient", "This man", "This woman"];
const VERBS = ["denies", "reports", "has a history of", "was admitted with", "was treated for"];
const FINDINGS = ["chest pain", "type 2 diabetes mellitus", "nausea", "pneumonia", "hypertension", "a dry cough", "atrial fibrillation"];
const DRUGS = ["aspirin", "metformin", "warfarin", "lisinopril", "ibuprofen"];

/** One line each, no two alike. */
export function smallNotes(count: number, seed = 1): SmallNote[] {
  const random = seededRandom(seed);
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  return Array.from({ length: count }, (_, i) => ({
    id: `note ${String(i + 1).padStart(4, "0")}`,
    text: `${one(SUBJECTS)} ${one(VERBS)} ${one(FINDINGS)}. ${one(DRUGS)} ${i + 1} mg daily.`,
  }));
}

export async function addNotes(page: Page, notes: readonly SmallNote[]): Promise<void> {
  const lines = notes.map((note) => JSON.stringify(note)).join("\n");
  await page.getByRole("banner").getByRole("button", { name: "Open", exact: true }).click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open files" }).last().click();
  await (await choosing).setFiles([{ name: "notes.jsonl", mimeType: "", buffer: Buffer.from(lines) }]);
}

export const noteList = (page: Page) => page.getByRole("listbox", { name: "Notes" });
export const noteOption = (page: Page, name: string) => noteList(page).getByRole("option").filter({ hasText: name });
export const queueProgress = (page: Page) => page.getByRole("progressbar", { name: "Notes read" });
export const keepSwitch = (page: Page) => page.getByRole("switch", { name: "Keep on this device" });

export interface StoredDatabase {
  readonly version: number;
  /** Number of entries by store. */
  readonly notes: number;
  readonly findings: number;
  readonly corrections: number;
}

/** What lies in the database, as the browser sees it; undefined where there is none. */
export function storedDatabase(page: Page): Promise<StoredDatabase | undefined> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "chartlight-note")) return undefined;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("chartlight-note");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error("the database does not open"));
    });
    const count = (store: string) =>
      new Promise<number>((resolve) => {
        if (!database.objectStoreNames.contains(store)) {
          resolve(0);
          return;
        }
        const counting = database.transaction(store).objectStore(store).count();
        counting.onsuccess = () => resolve(counting.result);
      });
    const found = { version: database.version, notes: await count("notes"), findings: await count("findings"), corrections: await count("corrections") };
    database.close();
    return found;
  });
}
