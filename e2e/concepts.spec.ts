import { expect, test, type Page } from "@playwright/test";
import { readNote } from "./note-page.ts";

const NOTE = "PMH: HTN, type 2 diabetes mellitus.\n\nAssessment: Hypertension is well controlled on lisinopril. Denies chest pain.\n";

/** The rail's entry for hypertension. */
const entry = (page: Page) => page.locator("section[data-type=disease] button").filter({ hasText: "HTN" });

test("mentions of one concept are one entry, and the card names system, code, name and how it was matched", async ({ page }) => {
  await page.goto("/");
  const marks = await readNote(page, NOTE);
  const hypertension = entry(page);
  await expect(hypertension).toContainText("2");
  await expect(hypertension.locator("span").first()).toHaveAttribute("title", /I10/);

  await page.keyboard.press("Escape");
  const start = marks.find((mark) => NOTE.slice(mark.start, mark.end) === "HTN")?.start ?? -1;
  await page.locator(`mark[data-start="${start}"]`).first().hover();
  const card = page.getByRole("dialog", { name: /^Mention:/ });
  await expect(card).toContainText("Essential (primary) hypertension");
  await expect(card).toContainText("ICD-10-CM I10, abbreviation");
});

test("a table of one's own comes first, and is gone with the page", async ({ page }) => {
  const table = "chartlight-concepts 1 problems 1 1\nSNOMED CT\t38341003\tHypertensive disorder\n0hypertension\t0\t0\n";
  await page.goto("/");
  await readNote(page, NOTE);
  await expect(entry(page).locator("span").first()).toHaveAttribute("title", /I10/);
  await page.getByRole("button", { name: /^Model/ }).first().click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /table of your own/ }).click();
  await (await choosing).setFiles({ name: "snomed-problems.txt", mimeType: "text/plain", buffer: Buffer.from(table) });
  await expect(page.getByRole("region", { name: "Codes" })).toContainText("SNOMED CT");
  await page.keyboard.press("Escape");
  await expect(entry(page).locator("span").first()).toHaveAttribute("title", /SNOMED CT 38341003/);

  await page.reload();
  await readNote(page, NOTE);
  await expect(entry(page).locator("span").first()).toHaveAttribute("title", /I10/);
});
