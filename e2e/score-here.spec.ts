import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { addAndRead, asLines, chooseGold, labelledNotes } from "./labelled-notes.ts";
import { marks, readNote } from "./note-page.ts";
import { DIST } from "./servers/ports.ts";

const run = promisify(execFile);
const NOTES = 20;
const dialog = (page: Page) => page.getByRole("dialog", { name: "Score" });

async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`), state).toEqual([]);
}

interface Score {
  readonly scores: Record<"strict" | "overlap", Record<string, { readonly rates: { readonly precision: number; readonly recall: number; readonly f1: number }; readonly counts: { readonly gold: number; readonly found: number } }>> & {
    readonly assertion: { readonly accuracy: number; readonly total: number };
  };
  readonly intervals: Record<"strict" | "overlap", Record<string, { readonly low: number; readonly high: number }>>;
}

test("the page's figures are those of the command line, and its errors lead to their places", async ({ page }, testInfo) => {
  test.setTimeout(900_000);
  const gold = asLines(labelledNotes(NOTES));
  const file = testInfo.outputPath("gold.jsonl");
  await writeFile(file, gold);
  const args = ["tsx", "scripts/score.ts", file, "--engine", "wasm", "--json", "--errors", "--models", `${DIST}/models`];
  const [first = "", second = ""] = (await run("npx", args, { maxBuffer: 16 * 1024 * 1024 })).stdout.trim().split("\n");
  const score = JSON.parse(first) as Score;
  const { errors } = JSON.parse(second) as { readonly errors: Record<string, Record<string, number>> };

  await page.goto("/");
  await chooseGold(page, "gold.jsonl", gold);
  await expect(dialog(page)).toContainText(`${NOTES} labelled notes`);
  await expect(dialog(page)).toContainText("None of them is among the notes of the page.");
  await addAndRead(page);
  await dialog(page).getByRole("button", { name: "Score", exact: true }).click();

  const figures = dialog(page).getByRole("region", { name: "Precision, recall and F1" });
  for (const match of ["strict", "overlap"] as const) {
    for (const type of ["medication", "disease", "symptom", "micro"]) {
      const { rates, counts } = score.scores[match][type] ?? { rates: { precision: -1, recall: -1, f1: -1 }, counts: { gold: -1, found: -1 } };
      const { low, high } = score.intervals[match][type] ?? { low: -1, high: -1 };
      const row = figures.locator(`tr[data-type=${type}][data-match=${match}]`);
      for (const rate of [rates.precision, rates.recall, rates.f1]) await expect(row).toContainText(rate.toFixed(3));
      await expect(row).toContainText(`[${low.toFixed(3)}, ${high.toFixed(3)}]`);
      await expect(row.locator("td").nth(-2)).toHaveText(counts.gold.toLocaleString("en-GB"));
      await expect(row.locator("td").nth(-1)).toHaveText(counts.found.toLocaleString("en-GB"));
    }
  }
  await expect(dialog(page).getByRole("region", { name: "Assertions" })).toContainText(`${score.scores.assertion.accuracy.toFixed(3)} of ${score.scores.assertion.total} mentions`);

  const classes = dialog(page).getByRole("group", { name: "Class of error" });
  const sum = (kind: string): number => Object.values(errors[kind] ?? {}).reduce((a, b) => a + b, 0);
  for (const [kind, name] of [["missed", "Missed"], ["spurious", "Spurious"], ["boundary", "Other ends"], ["type", "Other type"], ["assertion", "Other assertion"]] as const) {
    await expect(classes.getByRole("button", { name: `${name} ${sum(kind)}`, exact: true })).toBeVisible();
  }
  await expectAccessible(page, "scored");

  // An error with a mention leads to its mark, with the keyboard alone.
  await classes.getByRole("button", { name: /^Spurious/ }).click();
  const list = dialog(page).getByRole("region", { name: "Errors" }).getByRole("listitem");
  await expect(list).toHaveCount(Math.min(50, sum("spurious")));
  await list.first().getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("mark[data-current]").first()).toBeInViewport();

  // The list is still there; a missed one leads to its words.
  await page.getByRole("button", { name: "Score", exact: true }).first().click();
  await classes.getByRole("button", { name: /^Missed/ }).click();
  const missed = await list.first().locator("b").innerText();
  await list.first().getByRole("button").click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().replace(/\s+/g, " "))).toBe(missed);
});

test("a note of the page is found by its text, whatever it is called", async ({ page }) => {
  const [first, second] = labelledNotes(2);
  if (!first || !second) throw new Error("no labelled notes");
  await page.goto("/");
  await readNote(page, first.text);
  await chooseGold(page, "gold.jsonl", asLines([{ ...first, id: "another-name", text: first.text.replaceAll("\n", "\r\n"), entities: [] }, { ...first, id: "same" }, second]));
  await expect(dialog(page)).toContainText("2 notes of them are here.");
  await expect(dialog(page).getByRole("button", { name: "Add 1 note and read it" })).toBeVisible();
});

test("a malformed file is named by its line, one without labels is refused, and nothing of the text is told", async ({ page }) => {
  const [note] = labelledNotes(1);
  if (!note) throw new Error("no labelled notes");
  await page.goto("/");
  await chooseGold(page, "gold.jsonl", `${JSON.stringify(note)}\n\n{"id": "x", "text": "Secret words", "entities": [{"start": 0}]}\n`);
  const alert = dialog(page).getByRole("alert");
  await expect(alert).toContainText("Line 3");
  await expect(alert).toContainText("entities.0");
  await expect(alert).not.toContainText("Secret");
  await expectAccessible(page, "malformed");
  const again = dialog(page).getByLabel("File of labelled notes");
  await again.setInputFiles({ name: "empty.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(JSON.stringify({ id: "a", text: "Nothing here." })) });
  await expect(alert).toContainText("No note of this file has a label");
  await again.setInputFiles({ name: "gold.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(JSON.stringify(note)) });
  await expect(alert).toHaveCount(0);
  await expect(dialog(page)).toContainText("1 labelled note");
});

test("after review the corrections count", async ({ page }) => {
  const text = "She takes aspirin. No cough.";
  const entities = [{ start: 10, end: 17, type: "medication", assertion: "present" }];
  await page.goto("/");
  await readNote(page, text);
  const found = await marks(page);
  await chooseGold(page, "gold.jsonl", JSON.stringify({ id: "a", text, entities }));
  await dialog(page).getByRole("button", { name: "Score", exact: true }).click();
  await expect(dialog(page).locator("tr[data-type=medication][data-match=strict] td").last()).toHaveText(String(found.filter(({ type }) => type === "medication").length));
  await dialog(page).getByRole("radio", { name: "after review" }).check();
  await expect(dialog(page).getByRole("region", { name: "Precision, recall and F1" })).toHaveCount(0);
  await dialog(page).getByRole("button", { name: "Score", exact: true }).click();
  await expect(dialog(page).getByRole("region", { name: "Precision, recall and F1" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing and nothing scrolls sideways at 360 px, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const [note] = labelledNotes(1);
    if (!note) throw new Error("no labelled notes");
    await page.goto("/");
    await readNote(page, note.text);
    await page.getByRole("button", { name: /^List/ }).click();
    await chooseGold(page, "gold.jsonl", JSON.stringify(note));
    await dialog(page).getByRole("button", { name: "Score", exact: true }).click();
    await expect(dialog(page).getByRole("region", { name: "Errors" })).toBeVisible();
    await expectAccessible(page, colorScheme);
    expect(await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await context.close();
  });
}
