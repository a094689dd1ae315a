import { expect, test } from "@playwright/test";
import { noteField, readNote, untilRead } from "./note-page.ts";
import { sampleNote } from "./sample-notes.ts";

const { text } = sampleNote();

test("a reload forgets the note, and the page says so", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText("This note is kept in memory only")).toBeVisible();
  await readNote(page, text);
  await page.reload();
  await expect(noteField(page)).toHaveValue("");
  expect(await page.evaluate(() => indexedDB.databases())).not.toContainEqual(expect.objectContaining({ name: "chartlight-note" }));
});

test("switched on, the note outlives a reload; switched off, it is erased", async ({ page }) => {
  await page.goto("/");
  await readNote(page, text);
  const keep = page.getByRole("switch", { name: "Keep on this device" });
  await keep.click();
  await expect(keep).toBeChecked();
  await page.reload();
  await expect(noteField(page)).toHaveValue(text);
  await expect(keep).toBeChecked();
  await untilRead(page);

  await noteField(page).fill("Metformin was stopped.");
  await expect
    .poll(() => page.evaluate(() => document.querySelector("textarea")?.value))
    .toBe("Metformin was stopped.");
  await untilRead(page);
  await page.waitForTimeout(500); // the pause before a save
  await page.reload();
  await expect(noteField(page)).toHaveValue("Metformin was stopped.");

  await keep.click();
  await expect(keep).not.toBeChecked();
  await expect(noteField(page)).toHaveValue("Metformin was stopped.");
  await page.reload();
  await expect(noteField(page)).toHaveValue("");
});

test("where the browser refuses to store, the page says so and loses nothing", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  });
  await page.goto("/");
  await readNote(page, text);
  await page.getByRole("switch", { name: "Keep on this device" }).click();
  await expect(page.getByRole("alert")).toContainText("stay in memory only");
  await expect(noteField(page)).toHaveValue(text);
});
