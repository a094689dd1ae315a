import { expect, test, type Page } from "@playwright/test";
import { addNotes, keepSwitch, noteList, noteOption, queueProgress, smallNotes, storedDatabase } from "./many-notes.ts";
import { marks, noteField, untilRead } from "./note-page.ts";

async function keep(page: Page): Promise<void> {
  await keepSwitch(page).click();
  await expect(keepSwitch(page)).toBeChecked();
}

/** Notes that the page says are read, the open one included. */
const doneNotes = async (page: Page): Promise<number> => Number((await queueProgress(page).getAttribute("value")) ?? 0);

/** A database as another version of the page left it; the page itself must not run. */
async function writeDatabase(page: Page, version: number, value: unknown): Promise<void> {
  await page.route("**/nothing", (route) => route.fulfill({ body: "<title>Nothing</title>", contentType: "text/html" }));
  await page.goto("/nothing");
  await page.evaluate(
    async ({ version, value }) => {
      localStorage.setItem("chartlight.preferences", JSON.stringify({ keepNote: true }));
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("chartlight-note", version);
        opening.onupgradeneeded = () => opening.result.createObjectStore("notes");
        opening.onerror = () => reject(new Error("the database does not open"));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("notes", "readwrite");
          transaction.objectStore("notes").put(value, "current");
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
    },
    { version, value },
  );
}

test("2,000 notes are read, with a reload in the middle, and every one is kept", async ({ page }) => {
  await page.goto("/");
  await addNotes(page, smallNotes(2_000));
  await expect(queueProgress(page)).toBeVisible();
  await keep(page);
  await expect.poll(() => doneNotes(page), { timeout: 300_000 }).toBeGreaterThan(700);
  const done = await doneNotes(page);
  await page.reload();
  await expect(noteOption(page, "note 0001")).toBeVisible();
  expect((await storedDatabase(page))?.findings).toBeGreaterThanOrEqual(done);
  await expect(queueProgress(page)).toBeVisible();
  expect(Number(await queueProgress(page).getAttribute("max"))).toBeLessThanOrEqual(2_000 - done);
  await expect(queueProgress(page)).toHaveCount(0, { timeout: 300_000 });
  await expect(page.getByText(/^2,000 notes, [\d.]+ (KB|MB) kept on this device/)).toBeVisible();
  await expect.poll(() => storedDatabase(page)).toEqual({ version: 2, notes: 2_000, findings: 2_000, corrections: 0 });
});

test("a tab that is killed 20 times loses no finished note and no correction", async ({ context }) => {
  let page = await context.newPage();
  await page.goto("/");
  await addNotes(page, smallNotes(600));
  await keep(page);
  let lastDone = 0;
  for (let kill = 0; kill < 20; kill++) {
    if (await queueProgress(page).isVisible()) {
      const done = await doneNotes(page);
      await expect.poll(async () => ((await queueProgress(page).isVisible()) ? await doneNotes(page) : Infinity)).toBeGreaterThan(done);
    }
    const name = `note ${String(kill + 1).padStart(4, "0")}`;
    await noteOption(page, name).click();
    await page.getByRole("button", { name: /^Accept all shown \(/ }).click();
    await expect.poll(async () => (await storedDatabase(page))?.corrections).toBe(kill + 1);
    const finished = (await noteList(page).getByRole("option").filter({ hasText: "mention" }).count()) + (await doneNotes(page));
    const crashed = page.waitForEvent("crash");
    const client = await context.newCDPSession(page);
    client.send("Page.crash").catch(() => undefined);
    await crashed;
    await page.close();
    page = await context.newPage();
    await page.goto("/");
    await expect(noteOption(page, name)).toBeVisible(); // the open one, in sight
    const stored = await storedDatabase(page);
    expect(stored?.notes).toBe(600);
    expect(stored?.findings).toBeGreaterThanOrEqual(lastDone);
    expect(stored?.corrections).toBe(kill + 1);
    expect(finished).toBeGreaterThan(0);
    lastDone = stored?.findings ?? 0;
  }
  await expect(queueProgress(page)).toHaveCount(0, { timeout: 300_000 });
  await expect.poll(async () => (await storedDatabase(page))?.findings).toBe(600);
  await noteList(page).focus();
  await page.keyboard.press("Home");
  await noteOption(page, "note 0001").click();
  await expect(page.getByRole("region", { name: "Review" })).toContainText(/(\d+) of \1 reviewed/);
});

test("a database of version 1 is taken over", async ({ page }) => {
  await writeDatabase(page, 1, { text: "Aspirin for chest pain.\nNo fever." });
  await page.goto("/");
  await expect(noteField(page)).toHaveValue("Aspirin for chest pain.\nNo fever.");
  await expect(keepSwitch(page)).toBeChecked();
  await untilRead(page);
  await expect.poll(() => storedDatabase(page)).toEqual({ version: 2, notes: 1, findings: 1, corrections: 0 });
  await page.getByRole("button", { name: "New note" }).click();
  await noteField(page).fill("A second one.");
  await expect(noteOption(page, "Aspirin for chest pain.")).toBeVisible();
});

test("a database of a newer version is left alone, and the page says so", async ({ page }) => {
  await writeDatabase(page, 9, { kept: "by a newer page" });
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("newer version of this page");
  await expect(keepSwitch(page)).not.toBeChecked();
  expect(await storedDatabase(page)).toMatchObject({ version: 9, notes: 1 });
});

test("a malformed record costs only itself", async ({ page }) => {
  await page.goto("/");
  await addNotes(page, smallNotes(5));
  await keep(page);
  await expect(queueProgress(page)).toHaveCount(0);
  await expect.poll(async () => (await storedDatabase(page))?.findings).toBe(5);
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("chartlight-note");
      opening.onsuccess = () => resolve(opening.result);
    });
    const transaction = database.transaction(["notes", "findings"], "readwrite");
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const asking = transaction.objectStore("notes").getAllKeys();
      asking.onsuccess = () => resolve(asking.result);
    });
    transaction.objectStore("notes").put({ text: 5 }, keys[0]);
    transaction.objectStore("findings").put({ mentions: [{ start: -1 }] }, keys[1]);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
  await page.reload();
  await expect(noteList(page).getByRole("option")).toHaveCount(4);
  await expect(page.getByText("2 kept records could not be read and were left out.")).toBeVisible();
  await expect(noteList(page).getByRole("option").filter({ hasText: "mention" })).toHaveCount(4);
});

/** Chromium's IndexedDB heeds no quota that is lowered later, so the refusal is put where the browser would make it. */
const fillDevice = (page: Page, full: boolean) => page.evaluate((on) => void (document.documentElement.dataset["full"] = String(on)), full);

test("a full device: the page says so, the notes stay, and export stays possible", async ({ page }) => {
  await page.addInitScript(() => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put")?.value as (this: IDBObjectStore, ...record: [value: unknown, key?: IDBValidKey | undefined]) => IDBRequest<IDBValidKey>;
    IDBObjectStore.prototype.put = function (...record) {
      if (document.documentElement.dataset["full"] === "true") throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, record);
    };
  });
  await page.goto("/");
  await addNotes(page, smallNotes(40));
  await keep(page);
  await expect(queueProgress(page)).toHaveCount(0);
  await expect.poll(async () => (await storedDatabase(page))?.findings).toBe(40);
  await fillDevice(page, true);
  await page.getByRole("button", { name: "New note" }).click();
  const text = "Warfarin for atrial fibrillation. ".repeat(2_000);
  await noteField(page).fill(text);
  await expect(page.getByRole("alert")).toContainText("storage is full");
  await expect(noteField(page)).toHaveValue(text);
  await noteList(page).focus();
  await page.keyboard.press("Home");
  await expect(noteList(page).getByRole("option").filter({ hasText: "note 0001" })).toHaveCount(1);
  await page.getByRole("button", { name: /^Export/ }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Download" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^chartlight-.*\.json$/);
  await page.keyboard.press("Escape");
  await fillDevice(page, false);
  await noteOption(page, "note 0001").click();
  await page.getByRole("button", { name: "Remove" }).click(); // makes room: all that waited is kept now
  await expect.poll(async () => (await storedDatabase(page))?.notes).toBe(40);
});

test("erasing asks first, and leaves nothing in the storage and on the page", async ({ page }) => {
  await page.goto("/");
  await addNotes(page, smallNotes(12));
  await keep(page);
  await expect(page.getByText(/^12 notes, [\d.]+ KB kept on this device/)).toBeVisible();
  await page.getByRole("button", { name: "Erase", exact: true }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(noteOption(page, "note 0002")).toBeVisible();
  await page.getByRole("button", { name: "Erase", exact: true }).click();
  await page.getByRole("button", { name: "Erase everything on this device" }).click();
  await expect(noteField(page)).toHaveValue("");
  await expect(keepSwitch(page)).not.toBeChecked();
  await expect(noteList(page)).toHaveCount(0);
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name === "chartlight-note").length)).toBe(0);
  await page.reload();
  await expect(noteField(page)).toHaveValue("");
});

test("two tabs: the second waits and says so, and takes the notes over when the first one goes", async ({ context }) => {
  const first = await context.newPage();
  await first.goto("/");
  await addNotes(first, smallNotes(3));
  await keep(first);
  const second = await context.newPage();
  await second.goto("/");
  await expect(second.getByText("The kept notes are open in another tab").first()).toBeVisible();
  await expect(keepSwitch(second)).toBeDisabled();
  await noteField(second).fill("Written in the second tab.");
  await untilRead(second);
  expect((await marks(second)).length).toBe(0);
  expect((await storedDatabase(second))?.notes).toBe(3);
  await first.close();
  await expect(keepSwitch(second)).toBeChecked();
  await expect(noteList(second).getByRole("option")).toHaveCount(4);
  await expect(noteField(second)).toHaveValue("Written in the second tab.");
  await expect.poll(async () => (await storedDatabase(second))?.notes).toBe(4);
});
