import { expect, test } from "@playwright/test";
import { marks, noteField, readNote, statusLine, untilRead } from "./note-page.ts";
import { longNote } from "./sample-notes.ts";

test("an edit in the middle of a long note is read in a few chunks, with the result of a fresh reading", async ({ page }) => {
  const text = longNote(3_000);
  await page.goto("/");
  await readNote(page, text, 300_000);
  const chunks = Number(await statusLine(page).getAttribute("data-chunks"));
  expect(chunks).toBeGreaterThan(15);
  expect(Number(await statusLine(page).getAttribute("data-inferred-chunks"))).toBe(chunks);

  const middle = text.indexOf(" ", Math.floor(text.length / 2));
  await page.getByRole("button", { name: "Edit" }).click();
  await noteField(page).evaluate((field: HTMLTextAreaElement, at) => field.setSelectionRange(at, at), middle);
  await page.keyboard.insertText(" and nausea");
  await untilRead(page);
  expect(Number(await statusLine(page).getAttribute("data-inferred-chunks"))).toBeLessThanOrEqual(3);
  await page.keyboard.press("Escape");
  const edited = await marks(page);

  await page.reload();
  expect(await readNote(page, `${text.slice(0, middle)} and nausea${text.slice(middle)}`, 300_000)).toEqual(edited);
});

test("an edit while reading is taken at once: the old reading ends", async ({ page }) => {
  const text = longNote(6_000);
  await page.goto("/");
  await readNote(page, "No fever.");
  await noteField(page).fill(text);
  await expect(statusLine(page)).toHaveAttribute("data-state", "reading");
  const short = await readNote(page, "Takes aspirin for chest pain. No fever, no cough, no nausea.");
  expect(short.every(({ end }) => end <= 60)).toBe(true);
});
