import { expect, test, type Page } from "@playwright/test";
import { damaged, modelFile, replaceGolden, replaceModelFile } from "./model-route.ts";
import { engineWorker, marks, noteField, readNote, statusLine, untilRead } from "./note-page.ts";
import { longNote, sampleNote } from "./sample-notes.ts";
import { PREVIEW_URL } from "./servers/ports.ts";

// A service worker would fetch past the routes.
test.use({ serviceWorkers: "block" });

const { text } = sampleNote();

/** The message is there, the note can be typed all the same, and "Try again" works once the fault is gone. */
async function expectRecovery(page: Page, message: RegExp): Promise<void> {
  await expect(page.getByRole("alert")).toContainText(message);
  await noteField(page).fill(text);
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await untilRead(page);
  await expect(page.getByRole("alert")).toHaveCount(0);
}

test("a damaged file: said after a second download, read after a good one", async ({ page }) => {
  await replaceModelFile(page, "vocab.txt", damaged(modelFile("vocab.txt")));
  await page.goto("/");
  await expectRecovery(page, /vocab\.txt arrived damaged twice/);
});

test("a truncated file", async ({ page }) => {
  await replaceModelFile(page, "weights.bin", modelFile("weights.bin").subarray(0, 1_000_000));
  await page.goto("/");
  await expectRecovery(page, /weights\.bin arrived damaged twice/);
});

test("a file damaged once is fetched again by itself", async ({ page }) => {
  await page.route("**/vocab.txt", (route) => route.fulfill({ status: 200, body: damaged(modelFile("vocab.txt")) }), { times: 1 });
  await page.goto("/");
  await readNote(page, text);
});

test("a missing file", async ({ page }) => {
  await page.route("**/weights.bin", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/");
  await expectRecovery(page, /weights\.bin, is not on the server/);
});

test("no network before the model is here", async ({ page }) => {
  await page.route("**/weights.bin", (route) => route.abort("internetdisconnected"));
  await page.goto("/");
  await expectRecovery(page, /Connect to the network once/);
});

for (const [what, body] of [
  ["is not JSON", "<!doctype html><title>Sign in to the network</title>"],
  ["has the wrong shape", '{"format":2,"name":"student"}'],
] as const) {
  test(`a manifest that ${what}`, async ({ page }) => {
    await replaceModelFile(page, "manifest.json", body);
    await page.goto("/");
    await expectRecovery(page, /manifest is (not JSON|malformed)/);
  });
}

test("the model that worked last stands in for one that can't be had", async ({ page }) => {
  await page.goto("/");
  const before = await readNote(page, text);
  await replaceModelFile(page, "manifest.json", "{}");
  await page.reload();
  expect(await readNote(page, text)).toEqual(before);
});

test("a cached file that went bad is dropped and fetched anew", async ({ page }) => {
  await page.goto("/");
  const before = await readNote(page, text);
  await page.evaluate(async () => {
    const cache = await caches.open("chartlight-models");
    const keys = await cache.keys();
    const weights = keys.find(({ url }) => url.includes("weights.bin"));
    if (!weights) throw new Error(`no weights among ${keys.length} cached files`);
    const bytes = new Uint8Array(await (await cache.match(weights))?.arrayBuffer() ?? []);
    bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
    await cache.put(weights, new Response(bytes));
  });
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url().replace(/.*\//, "")));
  await page.reload();
  expect(await readNote(page, text)).toEqual(before);
  expect(fetched).toContain("weights.bin");
  expect(fetched).not.toContain("vocab.txt");
});

test("no room to store anything: reads from memory", async ({ page, context }) => {
  const client = await context.newCDPSession(page);
  await client.send("Storage.overrideQuotaForOrigin", { origin: new URL(PREVIEW_URL).origin, quotaSize: 1_000 });
  await page.goto("/");
  await readNote(page, text);
});

test("a worker that dies while reading is started again, and the note is read", async ({ page }) => {
  await page.goto("/");
  const before = await readNote(page, text);
  const first = engineWorker(page);
  const died = first.waitForEvent("close");
  await noteField(page).fill(longNote(1_200));
  await expect(statusLine(page)).toHaveAttribute("data-state", "reading");
  await first.evaluate(() => self.close()).catch(() => undefined); // its answer may die with it
  await died;
  await untilRead(page);
  expect(await readNote(page, text)).toEqual(before);
});

test("a worker that dies while idle is started again", async ({ page }) => {
  await page.goto("/");
  const before = await readNote(page, text);
  await engineWorker(page)
    .evaluate(() => self.close())
    .catch(() => undefined);
  await expect(statusLine(page)).toHaveAttribute("data-state", "loading");
  await expect(statusLine(page)).toHaveAttribute("data-state", "done");
  expect(await readNote(page, `${text}\n`)).toEqual(before);
});

test("a worker that hangs is replaced after half a minute, and the note is read", async ({ page }) => {
  await page.goto("/");
  const before = await readNote(page, text);
  const hung = engineWorker(page);
  await hung.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await noteField(page).fill(`${text}\n`);
  await hung.waitForEvent("close");
  await untilRead(page);
  expect(await marks(page)).toEqual(before);
});

test("a worker that always dies is given up with a message, and can be tried again", async ({ page }) => {
  const kill = () => void engineWorker(page).evaluate(() => self.close()).catch(() => undefined);
  const killAtStart = (request: { url(): string }) => {
    if (request.url().endsWith("/manifest.json")) kill(); // a worker's first request
  };
  await page.goto("/");
  await readNote(page, text);
  page.on("request", killAtStart);
  kill();
  await expect(page.getByRole("alert")).toContainText("stopped several times");
  page.off("request", killAtStart);
  await page.getByRole("button", { name: "Try again" }).click();
  await readNote(page, `${text}\n`);
});

test("a processor that calculates wrongly is refused", async ({ page }) => {
  await replaceGolden(page, ({ wasm }) => {
    wasm.tagLogits[0] = (wasm.tagLogits[0] ?? 0) + 100;
  });
  await page.goto("/?device=wasm");
  await expectRecovery(page, /calculates the student wrongly/);
});
