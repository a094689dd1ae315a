import { expect, test, type Page } from "@playwright/test";
import { noteField, untilRead } from "./note-page.ts";

const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

for (const [name, size] of [
  ["360 pixels", { width: 360, height: 740 }],
  ["a 1280 pixel window at 200 % zoom", { width: 640, height: 400 }],
  ["a 1280 pixel window at 400 % zoom", { width: 320, height: 256 }],
] as const) {
  test(`nothing scrolls sideways in ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto("/");
    expect(await overflow(page)).toBe(0);
    await page.getByRole("button", { name: /^Discharge summary/ }).click();
    await untilRead(page);
    expect(await overflow(page)).toBe(0);

    await page.keyboard.press("e");
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await expect(page.getByRole("dialog", { name: /^Mention:/ })).toBeVisible();
    expect(await overflow(page)).toBe(0);

    await page.getByRole("button", { name: /Nothing is sent/ }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await page.getByRole("dialog").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
    expect(await overflow(page)).toBe(0);
  });
}

test("on a narrow screen the list of mentions is a sheet that walks them", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await page.getByRole("button", { name: /^Discharge summary/ }).click();
  await untilRead(page);
  await page.getByRole("button", { name: /^List/ }).click();
  const sheet = page.getByRole("dialog", { name: "Mentions by type" });
  await sheet.getByRole("listitem").getByRole("button").first().click();
  await expect(page.locator("mark[data-current]").first()).toBeInViewport();
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toHaveCount(0);
});

test("a very long word and a wide table stay inside the page", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await noteField(page).fill(`${"hypertension".repeat(40)}\n| a | ${"b ".repeat(80)} |\n\tDenies\tchest pain.\n`);
  await untilRead(page);
  await page.keyboard.press("Escape");
  expect(await overflow(page)).toBe(0);
});

test("in print there are the note, its marks and the legend, and no controls", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /^Discharge summary/ }).click();
  await untilRead(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("mark[data-start]").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Legend and filter" })).toBeVisible();
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(page.getByRole("complementary")).toBeHidden();
  await expect(page.getByRole("button", { name: "Clear" })).toBeHidden();
  const styles = await page.locator("mark[data-start]").first().evaluate((mark) => getComputedStyle(mark).borderBlockEndStyle);
  expect(styles).not.toBe("none");
});
