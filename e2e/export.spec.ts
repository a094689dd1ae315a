import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Download, type Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { readBrat } from "../src/core/formats/brat-reader.ts";
import { readChartlightJson } from "../src/core/formats/chartlight-reader.ts";
import { NOTE_FORMATS } from "../src/core/formats/note-formats.ts";
import { noteField, readNote } from "./note-page.ts";
import { watchThread } from "./watch-thread.ts";

const LONGEST_TASK_MS = 200;
const NOTE = "😷 Anna denies chest pain. Takes aspirin\nand metformin for type 2 diabetes mellitus. If fever, call.";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Export" });

async function openExport(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+s");
  await expect(dialog(page)).toBeVisible();
}

async function downloaded(page: Page): Promise<Download> {
  const coming = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Download" }).click();
  const download = await coming;
  await expect(dialog(page).getByRole("status")).toContainText("is in your downloads");
  return download;
}

const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(readFileSync(await download.path()));

test("the dialog by keyboard: open, choose, look, download, close", async ({ page }) => {
  await page.goto("/");
  await readNote(page, NOTE);
  await openExport(page);
  await expect(dialog(page)).toContainText(/1 note, \d+ mentions/);
  const json = dialog(page).getByRole("radio", { name: /^Chartlight JSON\b(?! lines)/ });
  await json.focus();
  await page.keyboard.press("ArrowDown");
  await expect(dialog(page).getByRole("radio", { name: /^Report to read/ })).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(dialog(page).getByRole("radio", { name: /^CSV/ })).toBeChecked();
  await expect(dialog(page).getByRole("region", { name: "Preview" })).toContainText("note_id,note_name");
  await dialog(page).getByRole("button", { name: "Download" }).focus();
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toMatch(/^chartlight-\d{4}-\d\d-\d\d\.csv$/);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
});

test("every format comes down as a file that holds the mentions, and the page stays silent", async ({ page, context }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto("/");
  const found = await readNote(page, NOTE);
  expect(found.length).toBeGreaterThan(2);
  await openExport(page);
  const requested: string[] = [];
  context.on("request", (made) => requested.push(made.url()));

  for (const { id, label, extension } of NOTE_FORMATS) {
    await dialog(page).locator(`input[value="${id}"]`).check();
    await expect(dialog(page)).toContainText(/1 note, \d+ mentions/);
    const download = await downloaded(page);
    expect(download.suggestedFilename(), label).not.toContain("Anna");
    const bytes = await bytesOf(download);
    const archive = download.suggestedFilename().endsWith(".zip");
    if (id === "csv") await expect(dialog(page).getByRole("region", { name: "Preview" })).toContainText("UNII"); // the tables load beside
    if (!archive) expect(download.suggestedFilename(), label).toMatch(new RegExp(`${extension.replaceAll(".", "\\.")}$`));
    const texts = archive ? Object.values(unzipSync(bytes)).map((file) => strFromU8(file)) : [new TextDecoder().decode(bytes)];
    expect(texts.some((text) => text.includes("metformin")), label).toBe(true);
  }
  expect(requested.filter((url) => !url.startsWith("blob:"))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("our own file and brat's come back with the marks of the page", async ({ page }) => {
  await page.goto("/");
  const found = await readNote(page, NOTE);
  await openExport(page);
  const [record, ...others] = readChartlightJson(new TextDecoder().decode(await bytesOf(await downloaded(page))));
  expect(others).toEqual([]);
  expect(record?.text).toBe(NOTE);
  expect(record?.reading?.mentions.map(({ start, end, type, assertion }) => ({ start, end, type, assertion }))).toEqual(found);
  expect(record?.reading?.provenance.kind).toBe("student");

  await dialog(page).locator('input[value="brat"]').check();
  const files = unzipSync(await bytesOf(await downloaded(page)));
  const [txt, ann] = ["note-0001.txt", "note-0001.ann"].map((name) => strFromU8(files[name] ?? new Uint8Array()));
  const back = readBrat({ txt: txt ?? "", ann: ann ?? "" });
  expect(back.text).toBe(NOTE);
  expect(back.mentions.map(({ start, end, type, assertion }) => ({ start, end, type, assertion }))).toEqual(found);
});

test("a note of 200,000 characters goes out in every format, and the page never stands still", async ({ page }, testInfo) => {
  test.setTimeout(15 * 60_000);
  const sentence = "😷 She denies chest pain and takes metformin for type 2 diabetes mellitus.\n";
  await page.goto("/");
  await readNote(page, sentence.repeat(2_700), 10 * 60_000);
  await openExport(page);
  const watched = await watchThread(page);
  for (const { id } of NOTE_FORMATS) {
    await dialog(page).locator(`input[value="${id}"]`).check();
    await downloaded(page);
  }
  const { tasks, slowdowns } = await watched();
  const longestMs = Math.max(0, ...tasks);
  const slowdown = Math.max(1, ...slowdowns);
  testInfo.annotations.push({ type: "measured", description: `longest task ${longestMs} ms where a core was up to ${slowdown.toFixed(1)} times slower` });
  expect(longestMs / slowdown).toBeLessThan(LONGEST_TASK_MS);
});

test("one note is copied to the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await readNote(page, NOTE);
  await openExport(page);
  await dialog(page).locator('input[value="spacy"]').check();
  await dialog(page).getByRole("button", { name: "Copy" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("Copied");
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as { text: string };
  expect(copied.text).toBe(NOTE);
});

test("the report opens by itself, has its marks and runs nothing", async ({ page, context }) => {
  await page.goto("/");
  const found = await readNote(page, NOTE);
  await openExport(page);
  await dialog(page).locator('input[value="html"]').check();
  const html = new TextDecoder().decode(await bytesOf(await downloaded(page)));
  const report = await context.newPage();
  await report.setContent(html);
  await expect(report.locator(".note mark")).toHaveCount(found.length);
  expect(await report.locator("script").count()).toBe(0);
  const { violations } = await new AxeBuilder({ page: report }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("with no note there is nothing to export, and it says so", async ({ page }) => {
  await page.goto("/");
  await expect(noteField(page)).toBeFocused(); // keys count from then on
  await openExport(page);
  await expect(dialog(page)).toContainText("nothing to export yet");
  await expect(dialog(page).getByRole("button", { name: "Download" })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    for (const width of [1_280, 360]) {
      test(`axe finds nothing at ${width} px, and nothing scrolls sideways`, async ({ page }) => {
        await page.setViewportSize({ width, height: 740 });
        await page.goto("/");
        await readNote(page, NOTE);
        await openExport(page);
        await dialog(page).locator('input[value="fhir"]').check();
        await expect(dialog(page)).toContainText(/1 note, \d+ mentions/);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
        expect(await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
      });
    }
  });
}
