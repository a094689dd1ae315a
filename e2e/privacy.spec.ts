import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { escapeFromPage, escapeFromWorker } from "./escape-attempts.ts";
import { engineWorker, noteField, readNote, untilOfflineReady, untilRead } from "./note-page.ts";
import { sampleNote, sampleNotes } from "./sample-notes.ts";
import { PLAIN_URL, PREVIEW_URL, SINK_URL } from "./servers/ports.ts";

const hits = async (request: APIRequestContext) => Number(await (await request.get(`${SINK_URL}hits`)).text());

async function expectNoEscape(page: Page, request: APIRequestContext): Promise<void> {
  const before = await hits(request);
  await page.evaluate(escapeFromPage, SINK_URL);
  await engineWorker(page).evaluate(escapeFromWorker, SINK_URL);
  expect(await hits(request)).toBe(before);
}

/** What the browser says of our own code's breaches of the policy. */
function policyComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

test("the sink counts: without the policy every way out is open", async ({ page, request }) => {
  await page.goto(`${SINK_URL}control`);
  const before = await hits(request);
  await page.evaluate(escapeFromPage, SINK_URL);
  expect(await hits(request)).toBeGreaterThanOrEqual(before + 8);
});

test("a whole session stays on its origin, and is silent once the model is ready", async ({ page, context }) => {
  const complaints = policyComplaints(page);
  const requested: string[] = [];
  context.on("request", (made) => requested.push(made.url()));
  const notes = sampleNotes(3);

  await page.goto("/");
  for (const { text } of notes) await readNote(page, text);
  await untilOfflineReady(page);
  expect(requested.length).toBeGreaterThan(5);

  const beforeReading = requested.length;
  for (const { text } of notes) await readNote(page, `${text}\nNo chest pain.`);
  await noteField(page).press("End");
  await noteField(page).pressSequentially(" Denies fever.");
  await untilRead(page);
  expect(requested.slice(beforeReading)).toEqual([]);

  await page.reload();
  await readNote(page, sampleNote().text);
  const strangers = requested.filter((url) => !url.startsWith(PREVIEW_URL) && !/^(blob|data):/.test(url));
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
});

test("nothing of the note is stored, logged or put into an address", async ({ page, context }) => {
  const canary = "Zyqqwortex";
  const seen: string[] = [];
  page.on("console", (message) => seen.push(message.text()));
  context.on("request", (made) => seen.push(made.url(), made.postData() ?? ""));
  await page.goto("/");
  await readNote(page, `Patient takes ${canary} 5 mg for chest pain. No fever.`);
  seen.push(page.url(), await page.title());
  seen.push(
    await page.evaluate(async () => {
      const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, JSON.stringify(history.state)];
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) parts.push(url);
      }
      for (const { name } of await indexedDB.databases()) {
        if (name === undefined) continue;
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(new Error(`${name} does not open`));
        });
        for (const store of database.objectStoreNames) {
          const all = await new Promise<unknown[]>((resolve) => {
            const asking = database.transaction(store).objectStore(store).getAll();
            asking.onsuccess = () => resolve(asking.result);
          });
          parts.push(JSON.stringify(all));
        }
        database.close();
      }
      return parts.join("\n");
    }),
  );
  expect(seen.filter((text) => text.includes(canary))).toEqual([]);
});

test("under the header policy neither page nor worker gets out", async ({ page, request }) => {
  await page.goto("/");
  await readNote(page, sampleNote().text);
  await expectNoEscape(page, request);
});

test("on a host without headers: bound on the first visit, and under the service worker on the second", async ({ page, request }) => {
  await page.goto(PLAIN_URL);
  await readNote(page, sampleNote().text);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await expectNoEscape(page, request);

  await untilOfflineReady(page);
  const second = await page.reload();
  expect(second?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await readNote(page, sampleNote().text);
  await expectNoEscape(page, request);
});

test("the proof lists the requests made and shows the policy", async ({ page }) => {
  await page.goto("/");
  await readNote(page, "Denies chest pain.");
  await page.getByRole("button", { name: /Nothing is sent/ }).click();
  const proof = page.getByRole("dialog");
  await expect(proof.getByText(/requests since the model was loaded/)).toBeVisible();
  await expect(proof.getByRole("row", { name: /weights\.bin worker/ })).toBeVisible();
  await proof.getByText("The policy in force").click();
  await expect(proof.getByText("connect-src 'self'", { exact: true })).toBeVisible();
});
