import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { addNotes, noteList, noteOption, queueProgress, smallNotes } from "./many-notes.ts";
import { marks, noteField, statusLine, untilRead } from "./note-page.ts";

async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity).map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
  expect(found, state).toEqual([]);
}

/** Waits until the queue has nothing left. */
async function untilAllRead(page: Page): Promise<void> {
  await untilRead(page);
  await expect(queueProgress(page)).toHaveCount(0);
}

test("many notes: all are read, and going from one to the other shows its marks at once", async ({ page }) => {
  const notes = smallNotes(30);
  await page.goto("/");
  await expect(noteList(page)).toHaveCount(0);
  await addNotes(page, notes);
  await expect(noteList(page)).toBeVisible();
  await expect(noteField(page)).toHaveValue(notes[0]?.text ?? "");
  await untilAllRead(page);
  await expect(noteOption(page, "note 0002")).toContainText("mention");

  await noteOption(page, "note 0003").click();
  await expect(noteField(page)).toHaveValue(notes[2]?.text ?? "");
  await expect(noteOption(page, "note 0003")).toHaveAttribute("aria-selected", "true");
  await expect(statusLine(page)).toContainText("read before");
  const first = await marks(page);
  expect(first.length).toBeGreaterThan(1);
  await page.keyboard.press("]");
  await expect(noteField(page)).toHaveValue(notes[3]?.text ?? "");
  await page.keyboard.press("[");
  expect(await marks(page)).toEqual(first);
});

test("the list with the keyboard: walk, open, rename, remove, undo, search", async ({ page }) => {
  const notes = smallNotes(300);
  await page.goto("/");
  await addNotes(page, notes);
  await expect(noteOption(page, "note 0001")).toBeVisible();
  expect(await noteList(page).getByRole("option").count()).toBeLessThan(60); // only what is in sight is drawn

  await noteList(page).focus();
  await page.keyboard.press("End");
  const last = noteOption(page, "note 0300");
  await expect(last).toBeInViewport();
  await expect(noteList(page)).toHaveAttribute("aria-activedescendant", (await last.getAttribute("id")) ?? "");
  await page.keyboard.press("Enter");
  await expect(noteField(page)).toHaveValue(notes[299]?.text ?? "");

  await noteList(page).focus();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "Name of the note" }).fill("Ward 3, bed 7");
  await page.keyboard.press("Enter");
  await expect(noteOption(page, "Ward 3, bed 7")).toBeVisible();

  await noteList(page).focus();
  await page.keyboard.press("Delete");
  await expect(noteOption(page, "Ward 3, bed 7")).toHaveCount(0);
  await expect(noteField(page)).toHaveValue(notes[298]?.text ?? "");
  await page.getByRole("status", { name: "Replacement" }).getByRole("button", { name: "Undo" }).click();
  await expect(noteOption(page, "Ward 3, bed 7")).toBeVisible();
  await expect(noteField(page)).toHaveValue(notes[299]?.text ?? "");

  await page.getByRole("searchbox", { name: "Search notes by name" }).fill("WARD");
  await expect(noteList(page).getByRole("option")).toHaveCount(1);
  await page.getByRole("searchbox").fill("nothing is called so");
  await expect(page.getByText("No note has that name.")).toBeVisible();
});

test("pause, resume and cancel; an edit of the open note comes first", async ({ page }) => {
  await page.goto("/");
  await addNotes(page, smallNotes(400));
  await expect(queueProgress(page)).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/ read · paused$/)).toBeVisible();
  const before = await queueProgress(page).getAttribute("value");
  await page.waitForTimeout(700);
  expect(await queueProgress(page).getAttribute("value")).toBe(before);
  await page.getByRole("button", { name: "Resume" }).click();
  await expect.poll(async () => Number(await queueProgress(page).getAttribute("value"))).toBeGreaterThan(Number(before) + 5);

  await noteField(page).fill("Metformin was stopped. No fever.");
  await untilRead(page);
  expect((await marks(page)).length).toBeGreaterThan(1);
  await expect(queueProgress(page)).toBeVisible();

  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(queueProgress(page)).toHaveCount(0);
  await expect(page.getByText(/\d+ notes not read/)).toBeVisible();
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(queueProgress(page)).toBeVisible();
});

test("a new note beside the others; an empty one leaves no line", async ({ page }) => {
  await page.goto("/");
  await noteField(page).fill("Aspirin for chest pain.");
  await untilRead(page);
  await page.getByRole("button", { name: "New note" }).click();
  await expect(noteField(page)).toHaveValue("");
  await expect(noteField(page)).toBeFocused();
  await noteField(page).fill("No cough.");
  await untilRead(page);
  await expect(noteList(page).getByRole("option")).toHaveCount(2);
  await noteOption(page, "Aspirin").click();
  await expect(noteField(page)).toHaveValue("Aspirin for chest pain.");
  expect((await marks(page)).length).toBe(2);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });
    test("axe finds nothing in the list, while the queue runs and after, wide and narrow", async ({ page }) => {
      test.setTimeout(300_000);
      await page.goto("/");
      await addNotes(page, smallNotes(250));
      await expect(queueProgress(page)).toBeVisible();
      await page.getByRole("button", { name: "Pause" }).click();
      await expectAccessible(page, "queue paused");
      await page.getByRole("button", { name: "Cancel" }).click();
      await expectAccessible(page, "notes left unread");
      await page.getByRole("button", { name: "Rename" }).click();
      await expectAccessible(page, "renaming");
      await page.keyboard.press("Escape");

      await page.setViewportSize({ width: 360, height: 740 });
      await page.getByRole("button", { name: /^Notes 1 of 250/ }).click();
      await expect(page.getByRole("dialog", { name: "Notes" })).toBeVisible();
      await expectAccessible(page, "sheet open");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await noteOption(page, "note 0002").click();
      await expect(page.getByRole("dialog", { name: "Notes" })).toHaveCount(0);
      await expect(page.getByRole("button", { name: /^Notes 2 of 250/ })).toBeVisible();
    });
  });
}
