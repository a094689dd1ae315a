import { expect, test, type Page } from "@playwright/test";
import { marks, noteField, readNote, statusLine, untilRead } from "./note-page.ts";
import { sampleNote } from "./sample-notes.ts";

const noteText = (page: Page) => noteField(page).inputValue();

const markedNote = (page: Page) => page.locator("#marked-note");

async function readSample(page: Page): Promise<string> {
  await page.goto("/");
  await page.getByRole("button", { name: /^Discharge summary/ }).click();
  await untilRead(page);
  expect((await marks(page)).length).toBeGreaterThan(5);
  return noteText(page);
}

test("a sample is marked, and every mark's text is the note's at its offsets", async ({ page }) => {
  const text = await readSample(page);
  const pieces = await page
    .locator("mark[data-start]")
    .evaluateAll((elements) => elements.map((element) => ({ start: Number(element.getAttribute("data-start")), text: element.textContent })));
  for (const { start, end } of await marks(page)) {
    const own = pieces.filter((piece) => piece.start === start);
    expect(own.map((piece) => piece.text).join("")).toBe(text.slice(start, end));
  }
  expect(await markedNote(page).evaluate((note) => note.textContent)).toBe(text);
  await expect(statusLine(page)).toHaveText(/^done · [\d,]+ mentions? · /);
});

test("a paste over an empty field goes to reading by itself; typing stays in the field", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await expect(noteField(page)).toBeFocused();
  await page.evaluate((text) => navigator.clipboard.writeText(text), sampleNote().text);
  await page.keyboard.press("ControlOrMeta+v");
  await untilRead(page);
  await expect(noteField(page)).not.toBeFocused();
  expect((await marks(page)).length).toBeGreaterThan(0);

  await page.keyboard.press("e");
  await expect(noteField(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("Takes aspirin. ");
  await expect(noteField(page)).toBeFocused();
  await untilRead(page);
  expect(await noteText(page)).toBe(`Takes aspirin. ${sampleNote().text}`);
  await page.keyboard.press("Escape");
  await expect(noteField(page)).not.toBeFocused();
});

test("the field can be filled in both states, also with the same note again", async ({ page }) => {
  await page.goto("/");
  const first = await readNote(page, sampleNote().text);
  const other = await readNote(page, "She denies chest pain. Metformin for type 2 diabetes mellitus was continued.");
  expect(other).not.toEqual(first);
  await page.keyboard.press("Escape");
  expect(await readNote(page, sampleNote().text)).toEqual(first);
});

test("while typing, marks stay on their words", async ({ page }) => {
  const text = await readSample(page);
  const before = await marks(page);
  await page.keyboard.press("e");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("x");
  // At once, before the new reading: every mark has moved by one.
  const after = await page.evaluate(() => [...document.querySelectorAll("#marked-note mark[role=button]")].map((mark) => mark.textContent));
  expect(after.length).toBeGreaterThanOrEqual(before.length - 1);
  expect(await noteText(page)).toBe(`x${text}`);
});

test("the copy behind the field has the field's line breaks", async ({ page }) => {
  await readSample(page);
  await page.keyboard.press("e");
  const heights = await page.evaluate(() => {
    const field = document.querySelector("textarea");
    const copy = document.querySelector("#marked-note");
    if (!field || !copy) throw new Error("no field");
    const box = field.getBoundingClientRect();
    field.style.height = "0";
    const needed = field.scrollHeight;
    field.style.height = "";
    const rows = [...copy.querySelectorAll("[data-block]")].reduce((sum, line) => sum + line.getBoundingClientRect().height, 0);
    return { needed, rows, field: box.height, copy: copy.getBoundingClientRect().height };
  });
  expect(heights.field).toBe(heights.copy);
  expect(Math.abs(heights.needed - heights.rows)).toBeLessThanOrEqual(31); // the row after the closing line end
});

test("a dropped and an opened file is read; what is not text is refused with a sentence", async ({ page }) => {
  await page.goto("/");
  const drop = (name: string, bytes: number[]) =>
    page.evaluate(
      ([fileName, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(content)], fileName));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, bytes] as const,
    );
  const bytesOf = (text: string, encoding: BufferEncoding) => [...Buffer.from(text, encoding)];

  await drop("note.txt", bytesOf("Continue metformin.\r\nNo chest pain.\r\n", "utf8"));
  await untilRead(page);
  expect(await noteText(page)).toBe("Continue metformin.\nNo chest pain.\n");

  await drop("old.txt", [...bytesOf("Sjögren ", "latin1"), 0x96, ...bytesOf(" syndrome.", "latin1")]);
  await untilRead(page);
  expect(await noteText(page)).toBe("Sjögren – syndrome.");
  await expect(page.getByText(/read as Windows-1252/)).toBeVisible();

  await drop("picture.png", [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]);
  await expect(page.getByRole("alert")).toContainText("picture.png: It is a picture.");
  expect(await noteText(page)).toBe("Sjögren – syndrome.");

  await page.getByRole("button", { name: "Open", exact: true }).click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Open files/ }).click();
  await (await choosing).setFiles({ name: "note.md", mimeType: "text/markdown", buffer: Buffer.from("Allergic to penicillin.") });
  await untilRead(page);
  expect(await noteText(page)).toBe("Allergic to penicillin.");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a replacement can be undone", async ({ page }) => {
  const text = await readSample(page);
  const before = await marks(page);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(noteField(page)).toHaveValue("");
  await expect(page.getByText("Note cleared.")).toBeVisible();
  await page.getByRole("status", { name: "Replacement" }).getByRole("button", { name: "Undo" }).click();
  await untilRead(page);
  expect(await noteText(page)).toBe(text);
  expect(await marks(page)).toEqual(before);
});

test("a long piece put into a note can be undone", async ({ page }) => {
  await readSample(page);
  const text = (await noteText(page)).repeat(4);
  await noteField(page).fill(text);
  await untilRead(page);
  await page.keyboard.press("e");
  await expect(noteField(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.insertText("He denies fever.\n".repeat(250));
  await expect(page.getByText("Text inserted.")).toBeVisible();
  await expect(noteField(page)).not.toHaveValue(text);
  await page.getByRole("status", { name: "Replacement" }).getByRole("button", { name: "Undo" }).click();
  await expect(noteField(page)).toHaveValue(text);
  await untilRead(page);
});

test("the legend counts and filters", async ({ page }) => {
  await readSample(page);
  const found = await marks(page);
  const legend = page.getByRole("region", { name: "Legend and filter" });
  const medications = found.filter(({ type }) => type === "medication").length;
  const toggle = legend.getByRole("button", { name: `Medications ${medications}` });
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  const mark = page.locator("mark[data-type=medication]").first();
  const words = await mark.textContent();
  const background = () => mark.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await background()).not.toBe("rgba(0, 0, 0, 0)");

  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  expect(await background()).toBe("rgba(0, 0, 0, 0)");
  expect(await mark.textContent()).toBe(words);
  const present = found.filter(({ assertion }) => assertion === "present").length;
  await expect(legend.getByRole("button", { name: `present ${present}` })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
});

test("an entry of the rail walks its mentions", async ({ page }) => {
  await readSample(page);
  const rail = page.getByRole("complementary", { name: "Mentions by type" });
  const entry = rail.getByRole("listitem").getByRole("button").filter({ hasText: /[2-9]$/ }).first();
  const current = () => page.locator("mark[data-current]").first().getAttribute("data-start");
  await entry.click();
  const first = await current();
  await expect(entry).toHaveText(/1 of \d+$/);
  await expect(page.getByRole("dialog", { name: /^Mention:/ })).toBeVisible();
  await entry.press("Enter");
  expect(await current()).not.toBe(first);
  await expect(entry).toHaveText(/2 of \d+$/);
});

test("hover and focus open the card without moving anything; Escape closes it", async ({ page }) => {
  await readSample(page);
  const mark = page.locator("mark[role=button]").first();
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await mark.hover();
  const card = page.getByRole("dialog", { name: /^Mention:/ });
  await expect(card).toContainText((await mark.textContent()) ?? "");
  await expect(card).toContainText(/\d+ % confident/);
  expect(await height()).toBe(before);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await mark.focus();
  await expect(card).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("mark[role=button]").nth(1)).toBeFocused();
});

test("what is copied is the note's text, to the character", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const text = await readSample(page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  const part = await page.evaluate(() => {
    const lines = document.querySelectorAll("#marked-note [data-block]");
    const [from, to] = [lines[2], lines[12]];
    if (!from?.firstChild || !to) throw new Error("no lines");
    const range = document.createRange();
    range.setStart(from.firstChild, 3);
    range.setEnd(to, to.childNodes.length);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return range.toString();
  });
  await page.keyboard.press("ControlOrMeta+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(part);
  expect(text).toContain(copied);
});

test("a note that is pasted before the model has arrived is read as soon as it has", async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/weights.bin", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/");
  await noteField(page).fill(sampleNote().text);
  await expect(statusLine(page)).toHaveAttribute("data-state", "loading");
  await expect(statusLine(page)).toContainText("your note comes next");
  release();
  await untilRead(page);
  expect((await marks(page)).length).toBeGreaterThan(0);
});

test("a model that can't be loaded says so and can be tried again", async ({ page }) => {
  await page.route("**/models/**/weights.bin", (route) => route.abort());
  await page.goto("/");
  await expect(statusLine(page)).toHaveAttribute("data-state", "failed");
  await noteField(page).fill(sampleNote().text);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.unroute("**/models/**/weights.bin");
  await page.getByRole("button", { name: "Try again" }).click();
  await untilRead(page);
});
