import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import type { FakeProvider } from "../tests/teacher/fake-provider/server.ts";
import { addTeacher, agree, askAll, bringNote, replyWith, startListedProvider } from "./compare-page.ts";
import { readNote, untilOfflineReady } from "./note-page.ts";
import { PREVIEW_URL } from "./servers/ports.ts";

const KEY = "sk-test-Zyqqwortkey1";
const NOTE = "Seen 3 March 2024 by Dr. Maria Zyqqwortex.\nChest pain for two days, no fever.\nTakes metformin 500 mg for type 2 diabetes mellitus.\nFather had a stroke.\n";
const REPLY = replyWith(
  ["pain", "symptom", "present"],
  ["fever", "symptom", "absent"],
  ["metformin", "medication", "present"],
  ["type 2 diabetes mellitus", "disease", "present"],
  ["stroke", "disease", "other-person"],
  ["nowhere in the note", "disease", "present"],
);

let provider: FakeProvider;
test.beforeAll(async () => void (provider = await startListedProvider()));
test.afterAll(() => provider.close());

const differences = (page: Page) => page.getByRole("region", { name: "Differences" }).getByRole("listitem");
const open = (page: Page) => page.locator("main section").filter({ has: page.getByRole("heading", { name: "Side by side" }) }).locator("[role=status]");

test("a key is entered, the sheet agreed to, the readings compared, adjudicated and taken away", async ({ page }) => {
  await page.goto("/compare/");
  await bringNote(page, NOTE);
  const { card, received, origin } = await addTeacher(page, { provider, key: KEY, steps: [REPLY] });
  await expect(card).toContainText("Stays on this machine");
  await expect(card.getByRole("button", { name: /Forget the key/ })).toBeVisible();
  await card.getByRole("button", { name: /Test the connection/ }).click();
  await expect(card).toContainText("It answers. 2 models are at hand.");
  expect(received.map(({ method }) => method)).toEqual(["GET"]);

  await askAll(page);
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText(new URL(origin).host);
  await expect(sheet).toContainText("identifiers, marked below");
  await expect(sheet.getByRole("region", { name: "The note as it goes" })).not.toContainText("Zyqqwortex");
  await expect(sheet.locator("mark").first()).toHaveText(/^\[[A-Z]+-1\]$/);
  expect(received).toHaveLength(1);
  const shown = await sheet.getByRole("region", { name: "The note as it goes" }).textContent();
  await agree(page);
  await expect(card).toContainText("Done: 5 mentions; 1 of its entries could not be found in the note");
  expect(received[1]?.body).toContain(JSON.stringify(shown).slice(1, -1));

  // Both columns have the same text, so their lines stand at the same height.
  const tops = await page.locator("section[aria-label] > div").evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect().height));
  expect(new Set(tops.slice(0, 2)).size).toBe(1);

  await page.keyboard.press("n");
  await expect(page.locator("mark[data-current]").first()).toBeInViewport();
  const count = await differences(page).count();
  expect(count).toBeGreaterThan(0);
  for (let i = 0; i < count; i++) await page.keyboard.press("r");
  await expect(open(page)).toContainText("all decided");
  await page.keyboard.press("u");
  await expect(open(page)).toContainText("1 open");
  await page.keyboard.press("Shift+U");
  await expect(open(page)).toContainText("all decided");

  const row = page.getByRole("region", { name: "Combinations against gold" }).getByRole("row", { name: /^gpt-4o/ });
  await expect(row.first()).toContainText("100.0 %");
  await expect(page.getByRole("region", { name: "Time, tokens and cost by reader" })).toContainText("1,234");

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Gold: 1 note" }).click()]);
  expect(download.suggestedFilename()).toBe("chartlight-gold.jsonl");
  const line = JSON.parse((await readFile(await download.path(), "utf8")).trim()) as { text: string; entities: { text: string }[]; provenance: { kind: string } };
  expect(line.text).toBe(NOTE);
  expect(line.provenance.kind).toBe("reviewer");
  expect(line.entities.map(({ text }) => text)).toEqual(["pain", "fever", "metformin", "type 2 diabetes mellitus", "stroke"]);
});

test("a second note goes without the sheet, with one line of what went", async ({ page }) => {
  await page.goto("/compare/");
  await bringNote(page, NOTE);
  const { card } = await addTeacher(page, { provider, key: KEY, steps: [REPLY] });
  await askAll(page);
  await agree(page);
  await expect(card).toContainText("Done:");
  await page.getByText("Bring another note").click();
  await bringNote(page, "Denies fever.");
  await askAll(page);
  await expect(card).toContainText("Done: 1 mention");
  await expect(card).toContainText(/Sent to 127\.0\.0\.1:\d+ on this machine, 0 identifiers replaced; about [\d,]+ tokens there/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("errors are sentences that say what to do; one teacher's failure leaves the other's reading", async ({ page }) => {
  await page.goto("/compare/");
  await bringNote(page, NOTE);
  const wrongKey = await addTeacher(page, { provider, key: KEY, steps: [{ kind: "error", error: "key" }] });
  const cut = await addTeacher(page, { provider, key: KEY, steps: [{ kind: "cut", text: "{" }, REPLY] });
  const waits = await addTeacher(page, { provider, key: KEY, steps: [{ kind: "error", error: "rate-limit", headers: { "retry-after": "3" } }, REPLY] });
  const prose = await addTeacher(page, { provider, key: KEY, steps: [{ kind: "reply", text: "Here is what I think." }] });
  await askAll(page);
  await agree(page); // one host: one sheet for all four
  await expect(wrongKey.card.getByRole("alert")).toContainText("refused the key (HTTP 401). Check that it is complete");
  await expect(waits.card).toContainText("next try in");
  await expect(waits.card).toContainText("Done:");
  await expect(prose.card.getByRole("alert")).toContainText("did not reply in the form asked for");
  await expect(cut.card).toContainText("Done:", { timeout: 60_000 });
  await expect(page.getByLabel("Left").locator("option")).toHaveText(["Student", "gpt-4o (OpenAI)", "gpt-4o (OpenAI)", "Majority of the teachers", "Union of the teachers", "Intersection of the teachers"]);
});

test("a reading under way is cancelled, and asked for again", async ({ page }) => {
  await page.goto("/compare/");
  await bringNote(page, NOTE);
  const { card } = await addTeacher(page, { provider, key: KEY, steps: [{ kind: "silent", when: "amid", text: JSON.stringify({ mentions: [] }) }, REPLY] });
  await askAll(page);
  await agree(page);
  await expect(card).toContainText("s so far");
  await card.getByRole("button", { name: /^Cancel/ }).click();
  await expect(card).toContainText("Cancelled.");
  await card.getByRole("button", { name: /^Ask .* again/ }).click();
  await expect(card).toContainText("Done:");
});

test("don't send means: nothing is sent", async ({ page }) => {
  await page.goto("/compare/");
  await bringNote(page, NOTE);
  const { card, received } = await addTeacher(page, { provider, key: KEY, steps: [REPLY] });
  await askAll(page);
  await page.getByRole("dialog").getByRole("button", { name: "Don’t send" }).click();
  await expect(card).toContainText("Cancelled.");
  await askAll(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(received).toEqual([]);
});

test("a note that leaves the machine is said to, with its price; an address off the list is refused", async ({ page }) => {
  await page.goto("/compare/");
  await bringNote(page, NOTE);
  const { card } = await addTeacher(page, { provider, key: KEY, steps: [REPLY] });
  await card.getByLabel("Address").fill("");
  await expect(card).toContainText("Leaves this machine");
  await card.getByLabel("Your key for api.openai.com").fill(KEY);
  await card.getByRole("button", { name: "Use this key" }).click();
  await askAll(page);
  await expect(page.getByRole("dialog")).toContainText("The note leaves this machine");
  await expect(page.getByRole("dialog")).toContainText(/\$0\.\d+ \(prices as of \d{4}-\d\d-\d\d\)/);
  await page.keyboard.press("Escape");
  await card.getByLabel("Model", { exact: true }).fill("a-model-without-a-price");
  await askAll(page);
  await expect(page.getByRole("dialog").getByText("unknown", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await card.getByLabel("Address").fill("https://elsewhere.example/v1");
  await askAll(page);
  await expect(card).toContainText("TEACHER_SERVERS");
  await card.getByLabel("Address").fill("http://elsewhere.example/?key=1");
  await expect(card.getByRole("alert").first()).toContainText("addresses are logged");
});

test("the main page hands its note over after a click, in no address and no storage", async ({ page, context }) => {
  await page.goto("/");
  await readNote(page, NOTE);
  const [opened] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: "Compare with a teacher" }).click()]);
  await expect(opened.locator("[role=status][data-state=done]")).toContainText("done");
  expect(opened.url()).toBe(`${PREVIEW_URL}compare/`);
  await expect(opened.getByLabel("Right").locator("option")).toHaveText(["Student", "Your review"]);
  await expect(open(opened)).toContainText("They agree on everything.");
  // Whoever opens the page without that click gets nothing.
  const other = await context.newPage();
  await other.goto("/compare/");
  await expect(other.getByRole("textbox", { name: "Clinical note" })).toBeVisible();
  await expect(other.getByRole("heading", { name: "Side by side" })).toHaveCount(0);
});

test("neither note nor key is anywhere after a session, and no host but the teacher's was asked", async ({ page, context }) => {
  const seen: string[] = [];
  const hosts = new Set<string>();
  page.on("console", (message) => seen.push(message.text()));
  page.on("pageerror", (error) => seen.push(error.message));
  context.on("request", (made) => {
    seen.push(made.url());
    if (/^https?:/.test(made.url())) hosts.add(new URL(made.url()).origin);
  });
  await page.goto("/compare/");
  await untilOfflineReady(page);
  await bringNote(page, NOTE);
  const { origin } = await addTeacher(page, { provider, key: KEY, steps: [REPLY] });
  await addTeacher(page, { provider, key: KEY, steps: [{ kind: "error", error: "bad-request" }] });
  await addTeacher(page, { provider, key: KEY, steps: [{ kind: "reply", text: "no JSON" }] });
  await askAll(page);
  await agree(page);
  const panel = page.locator("main section").filter({ has: page.getByRole("heading", { name: "Teachers" }) });
  await expect(panel).toContainText("Done:");
  await expect(panel.getByRole("alert")).toHaveCount(2);
  await page.keyboard.press("n");
  await page.keyboard.press("l");

  seen.push(page.url(), await page.title(), ...(await panel.getByRole("alert").allTextContents()));
  seen.push(await panel.locator("input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join("\n")));
  seen.push(
    await page.evaluate(async () => {
      const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, JSON.stringify(history.state), window.name];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          parts.push(request.url);
          const type = (await cache.match(request))?.headers.get("content-type") ?? "";
          if (/json|text\/(html|plain)/.test(type)) parts.push((await (await cache.match(request))?.text()) ?? "");
        }
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
  expect(seen.filter((text) => /Zyqqwort/.test(text))).toEqual([]);
  expect([...hosts].sort()).toEqual([new URL(PREVIEW_URL).origin, origin].sort());

  // A new visit knows nothing.
  await page.reload();
  await expect(page.getByText("No teacher yet.")).toBeVisible();
  expect(await page.content()).not.toMatch(/Zyqqwort/);
});

test("a key is kept under a passphrase, comes back with it alone, and is forgotten", async ({ page }) => {
  await page.goto("/compare/");
  const add = async () => {
    await page.getByRole("button", { name: "Add", exact: true }).click();
    return page.getByRole("listitem", { name: /Ollama/ });
  };
  const card = await add();
  await card.getByLabel("Key for localhost:11434, if it wants one").fill(KEY);
  await card.getByRole("button", { name: "Use this key" }).click();
  await card.getByText("Remember it on this device").click();
  await card.getByLabel(/^A passphrase/).fill("short");
  await card.getByRole("button", { name: "Remember", exact: true }).click();
  await expect(card.getByRole("alert")).toContainText("12 characters");
  await card.getByLabel(/^A passphrase/).fill("four words in a row");
  await card.getByRole("button", { name: "Remember", exact: true }).click();
  await expect(card).toContainText("kept sealed on this device");

  await page.reload();
  const again = await add();
  await again.getByLabel(/^Passphrase of the key/).fill("another four words here");
  await again.getByRole("button", { name: "Unlock" }).click();
  await expect(again.getByRole("alert")).toContainText("does not open the kept key");
  await again.getByLabel(/^Passphrase of the key/).fill("four words in a row");
  await again.getByRole("button", { name: "Unlock" }).click();
  await expect(again).toContainText("kept sealed on this device");
  await again.getByRole("button", { name: /^Forget the key/ }).click();
  await expect(again.getByRole("button", { name: "Use this key" })).toBeVisible();
  await page.reload();
  await expect((await add()).getByRole("button", { name: "Use this key" })).toBeVisible();
});

test("what is to be said of opened files stands beside the note: which was not read, and how one was", async ({ page }) => {
  await page.goto("/compare/");
  await page.getByLabel("Open files").setInputFiles([
    { name: "scan.txt", mimeType: "text/plain", buffer: Buffer.from([0, 1, 2, 0, 3]) },
    { name: "old.txt", mimeType: "text/plain", buffer: Buffer.from("M\xe9ni\xe8re's disease, takes aspirin.", "latin1") },
  ]);
  await expect(page.getByRole("alert")).toHaveText(/^scan\.txt: This file is not plain text/);
  await expect(page.getByText(/^old\.txt: This file is not UTF-8/)).toBeVisible();
  await expect(page.locator("[role=status][data-state=done]")).toContainText("done"); // the other one is open and read
});
