import { createServer, type Server } from "node:http";
import { expect, test, type Page } from "@playwright/test";
import { escapeFromPage, escapeFromWorker } from "./escape-attempts.ts";
import { engineWorker, readNote, untilOfflineReady } from "./note-page.ts";
import { sampleNote } from "./sample-notes.ts";
import { startPlainServer } from "./servers/plain-host.ts";
import { OWN_PORT, PLAIN_URL, SINK_URL } from "./servers/ports.ts";

/** A model server on this machine at a port of the policy's list. */
let local: Server;
let localUrl = "";
let localHits = 0;

test.beforeAll(async () => {
  local = createServer((_request, response) => {
    localHits += 1;
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "application/json" }).end("{}");
  });
  for (const port of [8080, 1234, 8000, 11434]) {
    const free = await new Promise<boolean>((settled) => {
      local.once("error", () => settled(false));
      local.listen(port, () => settled(true));
    });
    if (!free) continue;
    localUrl = `http://localhost:${port}/`;
    return;
  }
  throw new Error("every port of the policy's list is taken");
});

test.afterAll(() => void local.close());

const sinkHits = async (page: Page) => Number(await (await page.request.get(`${SINK_URL}hits`)).text());

const tryFetch = (page: Page, url: string) => page.evaluate((address) => fetch(address).then((reply) => reply.status, () => 0), url);
const tryFetchInWorker = (page: Page, url: string) => engineWorker(page).evaluate((address) => fetch(address).then((reply) => reply.status, () => 0), url);

async function readInCompare(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Discharge summary" }).click();
  await expect(page.locator("[role=status][data-state=done]")).toContainText("done");
}

/** The page under compare/ reaches a teacher, its engine does not, and neither gets anywhere else. */
async function expectBounds(page: Page): Promise<void> {
  expect(await tryFetch(page, localUrl)).toBe(200);
  const [sink, hits] = [await sinkHits(page), localHits];
  await page.evaluate(escapeFromPage, SINK_URL);
  await engineWorker(page).evaluate(escapeFromWorker, SINK_URL);
  expect(await sinkHits(page)).toBe(sink);
  expect(await tryFetchInWorker(page, localUrl)).toBe(0);
  expect(localHits).toBe(hits);
}

test("compare/ reaches a teacher's server and nothing else; its engine reaches neither", async ({ page }) => {
  const reply = await page.goto("/compare/");
  expect(reply?.headers()["content-security-policy"]).toContain("https://api.openai.com");
  await readInCompare(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expectBounds(page);

  await untilOfflineReady(page);
  await page.reload();
  await readInCompare(page);
  await expectBounds(page);
});

test("so it is on a host without headers, on the first visit and under the service worker", async ({ page }) => {
  await page.goto(`${PLAIN_URL}compare/`);
  await readInCompare(page);
  await expectBounds(page);

  await untilOfflineReady(page);
  const second = await page.reload();
  expect(second?.headers()["content-security-policy"]).toContain("https://api.openai.com");
  await readInCompare(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expectBounds(page);
});

test("the main page reaches no teacher, with the service worker and without", async ({ page }) => {
  for (const visit of ["first", "second"]) {
    const reply = await page.goto(visit === "first" ? PLAIN_URL : "/");
    if (visit === "second") expect(reply?.headers()["content-security-policy"]).toContain("connect-src 'self';");
    await readNote(page, sampleNote().text);
    const hits = localHits;
    for (const url of [localUrl, "https://api.openai.com/v1/models"]) {
      expect(await tryFetch(page, url)).toBe(0);
      expect(await tryFetchInWorker(page, url)).toBe(0);
    }
    expect(localHits).toBe(hits);
    await untilOfflineReady(page);
    expect(await tryFetch(page, localUrl)).toBe(0);
    expect(localHits).toBe(hits);
  }
});

test("compare/ opens and the student reads when the host is gone", async ({ page }) => {
  const host = await startPlainServer(OWN_PORT);
  await page.goto(`${host.url}compare/`);
  await readInCompare(page);
  await untilOfflineReady(page);
  await host.stop();
  await page.goto(`${host.url}compare/`);
  await readInCompare(page);
  expect(await tryFetch(page, localUrl)).toBe(200);
});
