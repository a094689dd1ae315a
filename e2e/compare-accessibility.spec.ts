import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import type { FakeProvider } from "../tests/teacher/fake-provider/server.ts";
import { addTeacher, agree, askAll, bringNote, replyWith, startListedProvider } from "./compare-page.ts";

const NOTE = "Seen 3 March 2024 by Dr. Maria Lopez.\nChest pain for two days, no fever.\nTakes metformin 500 mg for type 2 diabetes mellitus.\n";
const REPLY = replyWith(["pain", "symptom", "present"], ["fever", "symptom", "present"], ["metformin", "medication", "present"], ["type 2 diabetes mellitus", "disease", "present"]);
const KEY = "k-1";

let provider: FakeProvider;
test.beforeAll(async () => void (provider = await startListedProvider()));
test.afterAll(() => provider.close());

/** No violation of any of axe's rules, best practices included; nothing scrolls the page sideways. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
  expect(found, state).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), state).toBe(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing in teacher mode, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, reducedMotion: "reduce", viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto("/compare/");
      await expectAccessible(page, "empty");
      await bringNote(page, NOTE);
      const failing = await addTeacher(page, { provider, key: KEY, steps: [{ kind: "error", error: "key" }] });
      const slow = await addTeacher(page, { provider, key: KEY, steps: [{ kind: "silent", when: "amid", text: "{}" }] });
      const good = await addTeacher(page, { provider, key: KEY, steps: [REPLY] });
      await expectAccessible(page, "teachers chosen");
      await askAll(page);
      await expectAccessible(page, "consent sheet");
      await agree(page);
      await expect(good.card).toContainText("Done:");
      await expect(failing.card.getByRole("alert")).toBeVisible();
      await page.keyboard.press("n");
      await expectAccessible(page, "compared, one failed, one under way");
      await slow.card.getByRole("button", { name: /^Cancel/ }).click();
      await page.getByLabel("one over the other").check();
      await expectAccessible(page, "overlaid");
      await page.getByLabel("beside each other").check();
      for (let i = 0; i < 9 && !(await page.getByText("all decided").isVisible()); i++) await page.keyboard.press("l"); // and on to the next open one
      await expect(page.getByText("all decided")).toBeVisible();
      await expectAccessible(page, "all decided");
      await context.close();
    });
  }
}

test("teacher mode is walked with the keyboard alone: note, teacher, key, sheet, differences, file", async ({ page }) => {
  const { baseUrl } = provider.play({ provider: "openai-compatible", key: KEY, steps: [REPLY], seed: 1 });
  /** Goes on by Tab to what has this name. */
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press("Tab");
      const label = await page.evaluate(() => {
        const at = document.activeElement;
        const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])].map((each) => each.innerText) : [];
        return [at?.getAttribute("aria-label") ?? "", ...labels, at?.textContent ?? ""].join(" ").trim();
      });
      if (name.test(label)) return;
    }
    throw new Error(`Tab does not lead to ${name.source}`);
  };
  await page.goto("/compare/");
  await tabTo(/^Clinical note/);
  await page.keyboard.insertText(NOTE);
  await tabTo(/^Read this note/);
  await page.keyboard.press("Enter");
  await expect(page.locator("[role=status][data-state=done]")).toContainText("done");
  await tabTo(/^Teacher to add/);
  await page.keyboard.type("LM Studio");
  await tabTo(/^Add$/);
  await page.keyboard.press("Enter");
  await tabTo(/^Model/);
  await page.keyboard.type("m");
  await tabTo(/^Address/);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(`${baseUrl}/v1`);
  await tabTo(/^Key for/);
  await page.keyboard.type(KEY);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Forget the key/ })).toBeVisible();
  await tabTo(/^Ask the teacher/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(/^Send to/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Done:")).toBeVisible();
  await tabTo(/^Next/);
  await page.keyboard.press("n");
  for (let i = 0; i < 10 && !(await page.getByText("all decided").isVisible()); i++) await page.keyboard.press("r");
  await expect(page.getByText("all decided")).toBeVisible();
  await tabTo(/^Gold: 1 note/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("chartlight-gold.jsonl");
});
