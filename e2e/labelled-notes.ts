/** The project's own labelled notes, as files that a user chooses. */

import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string; readonly assertion?: string }[];
}

/** The first `count` development notes, with labels in code points. */
export function labelledNotes(count: number): LabelledNote[] {
  const lines = readFileSync(new URL("../data/synthetic_notes.dev.jsonl", import.meta.url), "utf8").trim().split("\n");
  return lines.slice(0, count).map((line) => {
    const { id, text, entities } = JSON.parse(line) as LabelledNote;
    return { id, text, entities };
  });
}

export const asLines = (notes: readonly object[]): string => notes.map((note) => JSON.stringify(note)).join("\n");

/** Chartlight's own lines, a month between two notes. */
export function datedLines(notes: readonly LabelledNote[], dates: "all" | "none" = "all"): string {
  return asLines(
    notes.map(({ id, text, entities }, i) => ({
      format: "chartlight-note",
      version: 1,
      offsetUnit: "utf16",
      id,
      name: id,
      ...(dates === "all" && { date: `2024-${String((i % 12) + 1).padStart(2, "0")}-15` }),
      addedAtMs: 0,
      text,
      reading: {
        provenance: { kind: "reviewer", name: "gold", version: "1" },
        mentions: entities.map(({ start, end, type, assertion }) => ({ start, end, type, assertion: assertion ?? "present", score: 1 })),
      },
      corrections: [],
    })),
  );
}

const dialog = (page: Page) => page.getByRole("dialog", { name: "Score" });

/** Opens the score dialog and gives it a file. */
export async function chooseGold(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole("button", { name: "Score", exact: true }).first().click();
  await dialog(page).getByLabel("File of labelled notes").setInputFiles({ name, mimeType: "application/jsonl", buffer: Buffer.from(content) });
}

/** From the open score dialog: adds the file's notes to the page and waits until all are read. */
export async function addAndRead(page: Page): Promise<void> {
  await dialog(page).getByRole("button", { name: /^Add \d+ notes? and read/ }).click();
  await expect(dialog(page).getByRole("button", { name: "Score", exact: true })).toBeEnabled({ timeout: 300_000 });
}
