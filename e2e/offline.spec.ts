import { expect, test } from "@playwright/test";
import { startPlainServer } from "./servers/plain-host.ts";
import { readNote, untilOfflineReady } from "./note-page.ts";
import { sampleNote } from "./sample-notes.ts";
import { OWN_PORT } from "./servers/ports.ts";

test("reads notes without a network after one visit", async ({ page, context }) => {
  await page.goto("/");
  const online = await readNote(page, sampleNote().text);
  await untilOfflineReady(page);

  await context.setOffline(true);
  await page.reload();
  expect(await readNote(page, sampleNote().text)).toEqual(online);
});

test("reads notes when the host is gone, headers or none", async ({ page }) => {
  const host = await startPlainServer(OWN_PORT);
  await page.goto(host.url);
  const online = await readNote(page, sampleNote().text);
  await untilOfflineReady(page);

  await host.stop();
  await page.goto(`${host.url}?device=wasm`);
  expect(await readNote(page, sampleNote().text)).toEqual(online);
  await page.reload();
  expect(await readNote(page, sampleNote().text)).toEqual(online);
});
