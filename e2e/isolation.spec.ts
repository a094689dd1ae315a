import { expect, test } from "@playwright/test";
import { engineWorker, readNote, statusLine, untilOfflineReady } from "./note-page.ts";
import { sampleNote } from "./sample-notes.ts";
import { PLAIN_URL } from "./servers/ports.ts";

const MANY_THREADS = /WASM, [2-9] threads/;

test("with headers: isolated, page and worker, and several threads", async ({ page }) => {
  await page.goto("/");
  await readNote(page, sampleNote().text);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await engineWorker(page).evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(statusLine(page)).toContainText(MANY_THREADS);
});

test("without headers: one thread at first, several from the second visit on", async ({ page }) => {
  await page.goto(PLAIN_URL);
  const first = await readNote(page, sampleNote().text);
  await expect(statusLine(page)).toContainText("WASM, 1 thread");

  await untilOfflineReady(page);
  await page.reload();
  const second = await readNote(page, sampleNote().text);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(statusLine(page)).toContainText(MANY_THREADS);
  expect(second).toEqual(first);
});
