import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { noteField, statusLine, untilRead } from "./note-page.ts";

/** No violation of any of axe's rules, best practices included. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  // A fade that is under way has colours of its own.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity).map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
  expect(found, state).toEqual([]);
}

const openSample = (page: Page) => page.getByRole("button", { name: /^Discharge summary/ }).click();

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("axe finds nothing, from the empty page to a read note and all that opens", async ({ page }) => {
      test.setTimeout(300_000); // eight runs of axe
      await page.goto("/");
      await expectAccessible(page, "empty");
      await openSample(page);
      await untilRead(page);
      await expectAccessible(page, "done");

      await page.keyboard.press("n");
      await expect(page.getByRole("dialog", { name: /^Mention:/ })).toBeVisible();
      await expectAccessible(page, "card open");
      await page.keyboard.press("Escape");

      await page.keyboard.press("1");
      await expectAccessible(page, "filtered");
      await page.keyboard.press("0");

      await page.keyboard.press("e");
      await expect(noteField(page)).toBeFocused();
      await expectAccessible(page, "editing");
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: /Nothing is sent/ }).click();
      await expectAccessible(page, "proof open");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);

      await page.keyboard.press("?");
      await expectAccessible(page, "help open");
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: /^Model/ }).click();
      await expectAccessible(page, "model panel open");
    });

    test("axe finds nothing while loading, while a note waits, and when the model failed", async ({ page }) => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/weights.bin", async (route) => {
        await held;
        await route.abort();
      });
      await page.goto("/");
      await expect(statusLine(page)).toHaveAttribute("data-state", "loading");
      await expectAccessible(page, "loading");
      await openSample(page);
      await expectAccessible(page, "a note waits");
      release();
      await expect(statusLine(page)).toHaveAttribute("data-state", "failed");
      await expectAccessible(page, "failed");
    });

    test("axe finds nothing on a narrow screen with its sheet open", async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto("/");
      await openSample(page);
      await untilRead(page);
      await page.getByRole("button", { name: /^List/ }).click();
      await expectAccessible(page, "sheet open");
    });
  });
}

test("axe finds nothing while a long note is read", async ({ page }) => {
  await page.goto("/");
  const sentence = "She denies chest pain and takes metformin for type 2 diabetes mellitus.\n";
  await noteField(page).fill(sentence.repeat(400));
  await expect(statusLine(page)).toHaveAttribute("data-state", "reading");
  await expectAccessible(page, "reading");
});

test("a note is read, walked, filtered and edited with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  await expect(noteField(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /^Discharge summary/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await untilRead(page);

  // The keyboard is at the note: Tab enters it at the first mention, once.
  await page.keyboard.press("Tab");
  const mentions = page.locator("mark[role=button]");
  await expect(mentions.first()).toBeFocused();
  await expect(mentions.first()).toHaveAccessibleName(/, (medication|disease|symptom), .+, \d+ %$/);
  await expect(page.locator("mark[tabindex='0']")).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await expect(mentions.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(mentions.last()).toBeFocused();
  await expect(mentions.last()).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(mentions.first()).toBeFocused();

  // Behind the note comes the rail: summary and score, then one stop a section.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("complementary").getByRole("button", { name: "Summary" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const entries = page.getByRole("complementary").getByRole("listitem").getByRole("button");
  await expect(entries.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(entries.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("mark[data-current]").first()).toBeInViewport();

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard and help" })).toBeVisible();
  await page.getByRole("checkbox", { name: /Single keys/ }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(noteField(page)).not.toBeFocused();
  await page.getByRole("button", { name: /^Edit/ }).focus();
  await page.keyboard.press("Enter");
  await expect(noteField(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(noteField(page)).not.toBeFocused();
});

test("the skip link leads to the note", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "To the note" }).focus();
  await page.keyboard.press("Enter");
  await expect(noteField(page)).toBeFocused();
});

test("in forced colours the assertions keep their forms", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/");
  await openSample(page);
  await untilRead(page);
  const forms = await page.locator("mark[data-start]").evaluateAll((marks) =>
    marks.map((mark) => {
      const { borderBlockEndStyle, outlineStyle, borderBlockEndWidth } = getComputedStyle(mark);
      return `${mark.getAttribute("data-assertion") ?? ""}: ${borderBlockEndStyle} ${borderBlockEndWidth} ${outlineStyle}`;
    }),
  );
  const assertions = new Set(forms.map((form) => form.split(":")[0]));
  expect(assertions.size).toBeGreaterThan(2);
  expect(new Set(forms).size).toBe(assertions.size);
});
