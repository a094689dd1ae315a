import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { addAndRead, chooseGold, datedLines, labelledNotes } from "./labelled-notes.ts";
import { marks, readNote } from "./note-page.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Summary" });
const openSummary = (page: Page) => page.getByRole("button", { name: "Summary", exact: true }).first().click();

async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`), state).toEqual([]);
}

async function withNotes(page: Page, count: number, dates: "all" | "none"): Promise<void> {
  await page.goto("/");
  await chooseGold(page, "notes.jsonl", datedLines(labelledNotes(count), dates));
  await addAndRead(page);
  await page.keyboard.press("Escape");
  await openSummary(page);
}

test("with nothing read it says so", async ({ page }) => {
  await page.goto("/");
  await openSummary(page);
  await expect(dialog(page)).toContainText("is not read yet, or is empty");
  await dialog(page).getByRole("radio", { name: /all notes/ }).check();
  await expect(dialog(page)).not.toContainText("Summing up");
  await expectAccessible(page, "empty");
});

test("one note is listed as a clinician lists it, and an item leads to its place", async ({ page }) => {
  await page.goto("/");
  await readNote(page, "PMH: hypertension. Allergies: penicillin. Mother had breast cancer.\nTakes metformin for diabetes. Denies chest pain. Possible pneumonia.");
  const found = await marks(page);
  await openSummary(page);
  const glance = dialog(page).getByRole("region", { name: "The note at a glance", exact: true });
  const items = glance.getByRole("listitem").getByRole("button");
  expect(found.length).toBeGreaterThan(3);
  await expect(items.first()).toBeVisible();
  for (const assertion of ["absent", "allergy", "other-person"]) {
    const heading = { absent: "Denied or not found", allergy: "Allergies", "other-person": "Family and others" }[assertion] ?? "";
    await expect(glance.getByRole("heading", { name: heading, level: 4 })).toHaveCount(found.some((mark) => mark.assertion === assertion) ? 1 : 0);
  }
  await expectAccessible(page, "one note");
  await items.last().click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("mark[data-current]")).toHaveCount(1);
});

test("all notes: figures add up, bars lead to mentions, charts leave as files", async ({ page }) => {
  test.setTimeout(600_000);
  await withNotes(page, 8, "all");
  const bars = dialog(page).getByRole("region", { name: "In how many notes", exact: true });
  const first = bars.getByRole("group").getByRole("button").first();
  await expect(first).toBeVisible();

  // The table has what the bars show.
  await bars.getByText("As a table").click();
  const [label = "", , , notes = "", mentions = "", ...assertions] = await bars.getByRole("row").nth(1).locator("th, td").allInnerTexts();
  await expect(first).toHaveAccessibleName(new RegExp(`: ${notes} notes?, `));
  expect(assertions.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(mentions));

  // A bar is chosen with the keyboard; the mentions behind it are as many as it says.
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const list = dialog(page).getByRole("region", { name: `Mentions: ${label}`, exact: true });
  await expect(list.getByRole("heading", { name: label, exact: true })).toBeFocused();
  await expect(list.getByRole("button", { name: /./ }).filter({ has: page.locator("b") })).toHaveCount(Number(mentions));
  await expectAccessible(page, "list open");

  const together = dialog(page).getByRole("region", { name: "In the same notes", exact: true });
  await expect(together.getByRole("group").getByRole("button").first()).toHaveAccessibleName(/ with .+: \d+ notes?/);
  await expect(dialog(page).getByRole("region", { name: "Over time", exact: true })).toContainText("Notes by month");

  const saving = page.waitForEvent("download");
  await bars.getByRole("button", { name: /^Save as SVG/ }).click();
  const svg = await readFile(await (await saving).path(), "utf8");
  expect(svg).toMatch(/^<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).not.toMatch(/class=|style=|var\(|role=|tabindex/);
  expect(svg).toMatch(/fill="rgb\(/);
  const savingPng = page.waitForEvent("download");
  await bars.getByRole("button", { name: /^Save as PNG/ }).click();
  const png = await readFile(await (await savingPng).path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const width = Number(/<svg[^>]+width="(\d+)"/.exec(svg)?.[1]);
  expect(png.readUInt32BE(16)).toBe(2 * width);

  await list.getByRole("button").filter({ has: page.locator("b") }).last().click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("mark[data-current]").first()).toBeInViewport();
});

test("without dates there is no timeline, and the page says why", async ({ page }) => {
  test.setTimeout(600_000);
  await withNotes(page, 2, "none");
  await expect(dialog(page)).toContainText("None of the notes has a date");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing and nothing scrolls sideways at 360 px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    await withNotes(page, 3, "all");
    await expectAccessible(page, `${colorScheme}, wide`);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(dialog(page).getByRole("region", { name: "Over time", exact: true })).toBeVisible();
    await expectAccessible(page, `${colorScheme}, narrow`);
    expect(await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await context.close();
  });
}
