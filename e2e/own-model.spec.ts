import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { damaged } from "./model-route.ts";
import { readNote, untilRead } from "./note-page.ts";
import { DIST } from "./servers/ports.ts";

const NOTE = "Denies chest pain. Started metoprolol for hypertension.\n";
const MODELS = join(DIST, "models");
const { default: shipped } = JSON.parse(readFileSync(join(MODELS, "models.json"), "utf8")) as { default: string };

/** The shipped model under another name, as a user's own folder. */
function ownFolder(change: (folder: string) => void = () => undefined): string {
  const folder = join(mkdtempSync(join(tmpdir(), "chartlight-own-model-")), "ours");
  cpSync(join(MODELS, shipped), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, unknown>;
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, name: "ward-7", version: "0.1.0" }));
  change(folder);
  return folder;
}

async function openPanel(page: Page): Promise<void> {
  if (!(await page.locator("#model").isVisible())) await page.getByRole("button", { name: /^Model/ }).first().click();
}

async function choose(page: Page, folder: string): Promise<void> {
  await openPanel(page);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /model of your own/ }).click();
  await (await choosing).setFiles(folder);
}

test("a model from a folder reads the note without a request, and goes with the page", async ({ page }) => {
  await page.goto("/");
  const before = await readNote(page, NOTE);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await choose(page, ownFolder());
  const panel = page.locator("#model");
  await expect(panel).toContainText("ward-7, version 0.1.0");
  await expect(page.getByRole("button", { name: /^Model/ }).first()).toContainText("ward-7");
  await untilRead(page);
  expect(await readNote(page, NOTE)).toEqual(before);
  expect(requests.filter((url) => url.includes("/models/"))).toEqual([]);

  await openPanel(page);
  await page.getByRole("button", { name: "Back to the shipped model" }).click();
  await expect(panel).toContainText(shipped);
  await page.reload();
  await expect(page.getByRole("button", { name: /^Model/ }).first()).toContainText(shipped);
});

test("a folder that is no model, or a damaged one, is refused with a sentence; the shipped one can be had again", async ({ page }) => {
  await page.goto("/");
  await readNote(page, NOTE);
  await choose(page, mkdtempSync(join(tmpdir(), "chartlight-empty-")));
  const broken = ownFolder((folder) => writeFileSync(join(folder, "weights.bin"), damaged(readFileSync(join(folder, "weights.bin")))));
  await choose(page, broken);
  await expect(page.getByRole("alert").filter({ hasText: "weights.bin" })).toContainText("not the one that its manifest describes");
  await choose(page, ownFolder((folder) => writeFileSync(join(folder, "manifest.json"), "{}")));
  await expect(page.getByRole("alert").filter({ hasText: "manifest" }).first()).toBeVisible();
  await openPanel(page);
  await page.getByRole("button", { name: "Back to the shipped model" }).click();
  await expect(page.getByRole("button", { name: /^Model/ }).first()).toContainText(shipped);
  await untilRead(page);
});
