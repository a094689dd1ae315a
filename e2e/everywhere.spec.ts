import { expect, test, type Page } from "@playwright/test";
import { addNotes, noteOption, queueProgress } from "./many-notes.ts";
import { noteField, readNote, untilRead } from "./note-page.ts";

const NOTES = [
  { id: "one", text: "He takes metformin daily. Metformin was started in 2019." },
  { id: "two", text: "She takes aspirin and metformin." },
  { id: "three", text: "No drugs. He denies chest pain." },
];
const bar = (page: Page) => page.getByRole("region", { name: "Review", exact: true });
const said = (page: Page) => page.getByRole("status", { name: "Last step" });
const metformin = (page: Page) => page.locator("mark[role=button]", { hasText: /^metformin$/i });
const undo = (page: Page) => bar(page).getByRole("button", { name: "Undo" });
const redo = (page: Page) => bar(page).getByRole("button", { name: "Redo" });

/** Opens the card of the first place for work, with all notes as its reach. */
async function reachAllNotes(page: Page) {
  await metformin(page).first().click();
  const everywhere = page.getByRole("group", { name: /^Everywhere it says/ });
  await everywhere.getByRole("combobox", { name: "Reach" }).selectOption("in all notes");
  return everywhere;
}

test("this term in all notes: accepted, rejected; each is one step of undo and redo", async ({ page }) => {
  await page.goto("/");
  await addNotes(page, NOTES);
  await untilRead(page);
  await expect(queueProgress(page)).toHaveCount(0);
  await expect(metformin(page)).toHaveCount(2);

  await (await reachAllNotes(page)).getByRole("button", { name: "Accept all" }).click();
  await expect(said(page)).toHaveText("Accepted 3 mentions in 2 notes.");
  await expect(bar(page)).toContainText("2 of 2 reviewed");
  await expect(noteOption(page, "two")).toContainText("50 % reviewed");
  await expect(noteOption(page, "three")).not.toContainText("reviewed");
  await page.keyboard.press("Escape");
  await undo(page).click();
  await expect(said(page)).toHaveText("Undone: accepted 3 mentions in 2 notes.");
  await expect(undo(page)).toBeDisabled();
  await expect(bar(page)).toContainText("0 of 2 reviewed");
  await expect(noteOption(page, "two")).not.toContainText("reviewed");
  await redo(page).click();
  await expect(noteOption(page, "two")).toContainText("50 % reviewed");
  await undo(page).click();

  await (await reachAllNotes(page)).getByRole("button", { name: "Reject all" }).click();
  await expect(said(page)).toHaveText("Rejected 3 mentions in 2 notes.");
  await expect(metformin(page)).toHaveCount(0);
  await noteOption(page, "two").click();
  await expect(noteField(page)).toHaveValue(NOTES[1]?.text ?? "");
  await expect(metformin(page)).toHaveCount(0);
  await undo(page).click(); // from another note than the one it was done in
  await expect(metformin(page)).toHaveCount(1);
  await noteOption(page, "one").click();
  await expect(metformin(page)).toHaveCount(2);
  await expect(undo(page)).toBeDisabled();
});

test("on a narrow screen the review takes two rows, with a filter on and something rejected", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await readNote(page, `${NOTES[0]?.text ?? ""} ${NOTES[1]?.text ?? ""}`);
  await metformin(page).first().focus();
  await page.keyboard.press("x");
  await page.getByRole("button", { name: "Diseases" }).click();
  await expect(bar(page).getByRole("checkbox", { name: /Show rejected/ })).toBeVisible();
  const tops = await bar(page).locator("> button, > label").evaluateAll((controls) => controls.map((control) => Math.round(control.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(2);
  expect((await bar(page).boundingBox())?.height).toBeLessThan(90);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(said(page)).toHaveText("Rejected 1 mention.");
});
