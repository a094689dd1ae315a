import { expect, test } from "@playwright/test";
import { marks, noteField, statusLine, untilRead } from "./note-page.ts";
import { sampleNotes } from "./sample-notes.ts";
import { watchThread } from "./watch-thread.ts";

const LONGEST_TASK_MS = 200;

/** The synthetic notes one after the other, again and again, up to a length in UTF-16 units; ends with a sentence of its own. */
function noteOf(length: number): string {
  const all = sampleNotes(200).map((note) => note.text).join("\n\n");
  const ending = "\nShe takes metformin and denies chest pain.";
  return all.repeat(Math.ceil(length / all.length)).slice(0, length - ending.length) + ending;
}

test("200,000 characters are read to the end, and the page never stands still", async ({ page }, testInfo) => {
  test.setTimeout(15 * 60_000);
  const text = noteOf(200_000);
  await page.goto("/");
  await expect(statusLine(page)).toHaveAttribute("data-state", "idle");
  const watched = await watchThread(page);

  const pastedAt = Date.now();
  await noteField(page).fill(text);
  await expect(page.locator("mark[data-start]").first()).toBeVisible();
  const firstMarkMs = Date.now() - pastedAt;
  await expect(statusLine(page)).toHaveAttribute("data-state", "reading");

  await page.mouse.move(400, 500);
  for (let i = 0; i < 10; i++) {
    await page.mouse.wheel(0, 3_000);
    await page.waitForTimeout(100);
  }
  await untilRead(page, 12 * 60_000);
  await page.keyboard.press("p"); // from nowhere back: the last one
  await expect(page.locator("mark[data-current]").last()).toBeInViewport();
  const { tasks, slowdowns } = await watched(); // before the test itself keeps the page busy with its questions
  const longestMs = Math.max(0, ...tasks);
  const slowdown = Math.max(1, ...slowdowns);
  const found = await marks(page);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-start"))).toBe(String(found[found.length - 1]?.start));

  testInfo.annotations.push({
    type: "measured",
    description: `${found.length} mentions, first mark after ${firstMarkMs} ms, longest task ${longestMs} ms where a core was up to ${slowdown.toFixed(1)} times slower`,
  });
  expect(found.length).toBeGreaterThan(1_000);
  expect(found.some(({ start }) => start > text.length - 50)).toBe(true);
  expect(await page.locator("#marked-note").evaluate((note) => note.textContent)).toBe(text);
  expect(longestMs / slowdown).toBeLessThan(LONGEST_TASK_MS);
});

test("in a very long note the field opens without the marks behind it, and says so", async ({ page }) => {
  await page.goto("/");
  const text = noteOf(61_000);
  await noteField(page).fill(text);
  await page.keyboard.press("e");
  await expect(noteField(page)).toBeFocused();
  await expect(page.getByText(/Marks are hidden while you edit/)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\nNo fever.");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/Marks are hidden while you edit/)).toHaveCount(0);
  expect(await page.locator("#marked-note").evaluate((note) => note.textContent)).toBe(`${text}\nNo fever.`);
});
