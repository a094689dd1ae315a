import { expect, test, type Page } from "@playwright/test";
import { addNotes, noteOption, queueProgress, smallNotes } from "./many-notes.ts";
import { noteField, readNote } from "./note-page.ts";

interface Reach {
  /** Names of controls that lie under the overlay as the page stands. */
  readonly under: readonly string[];
  /** Names of controls that a click at their middle does not reach, not even when they are scrolled to. */
  readonly never: readonly string[];
}

/** Of the controls of the page that are not in the overlay; marks of the note are none. */
function reach(page: Page, overlay: string): Promise<Reach> {
  return page.evaluate((own) => {
    const controls = [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, summary")].filter(
      (control) =>
        control.closest(own) === null && control.closest("[popover]") === null && !control.matches("[href='#note-field']") && control.checkVisibility({ visibilityProperty: true }),
    );
    const hit = (control: HTMLElement) => {
      const { left, top, width, height } = control.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2);
    };
    const names = (found: readonly HTMLElement[]) => found.map((control) => control.getAttribute("aria-label") ?? control.textContent);
    const under = controls.filter((control) => hit(control)?.closest(own));
    const at = scrollY;
    const never = controls.filter((control) => {
      control.scrollIntoView({ block: "center", behavior: "instant" });
      const found = hit(control);
      return found === null || !(control.contains(found) || found.contains(control) || (control instanceof HTMLInputElement && control.labels?.[0]?.contains(found) === true));
    });
    scrollTo({ top: at, behavior: "instant" });
    return { under: names(under), never: names(never) };
  }, overlay);
}

const SIZES = [
  { width: 360, height: 740 },
  { width: 320, height: 256 }, // 1280 by 1024 at 400 %
  { width: 1280, height: 800 },
];
const NOTE = "She denies chest pain and takes metformin 500 mg for type 2 diabetes mellitus.";
const CARD = "section[aria-label='Import']";

async function addWithProblems(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Open", exact: true }).click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("banner").getByRole("button", { name: "Open files" }).click();
  const bad = Array.from({ length: 30 }, (_, i) => ({ name: `a rather long name of a file, number ${i}.${i % 2 ? "docx" : "pdf"}`, mimeType: "", buffer: Buffer.from("no") }));
  const lines = smallNotes(120).map((note) => JSON.stringify(note)).join("\n");
  await (await choosing).setFiles([{ name: "notes.jsonl", mimeType: "", buffer: Buffer.from(lines) }, ...bad]);
}

for (const size of SIZES) {
  test(`at ${size.width} by ${size.height} what the page says of itself covers no control`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto("/");
    await readNote(page, NOTE);
    await page.getByRole("button", { name: "Clear" }).click();
    await expect(page.getByText("Note cleared.")).toBeInViewport();
    expect((await reach(page, "[aria-label='Replacement']")).never, "offer to undo").toEqual([]);

    await addWithProblems(page);
    await expect(page.locator(CARD)).toContainText("120 notes added, 30 files could not be read");
    await expect(page.locator(CARD)).toBeInViewport();
    await expect(page.locator(CARD).getByText("Not read (30)")).toBeVisible();
    expect(await reach(page, CARD), "what came of the import").toEqual({ under: [], never: [] });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  });
}

test("the card of a mention covers no control on a narrow screen, and no bar covers the card", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await readNote(page, `${NOTE}\n`.repeat(12));
  const card = page.getByRole("dialog", { name: /^Mention/ });
  await page.locator("mark[role=button]").first().focus();
  await expect(card).toBeVisible();
  expect((await reach(page, "[data-card]")).under).toEqual([]);
  for (const mark of await page.locator("mark[role=button]").all()) {
    await mark.scrollIntoViewIfNeeded();
    await mark.click();
    await expect(card).toBeVisible();
    const [box, legend, bar] = [await card.boundingBox(), await page.locator("[data-bar=top]").boundingBox(), await page.locator("[data-bar=bottom]").boundingBox()];
    expect(box?.y).toBeGreaterThanOrEqual((legend?.y ?? 0) + (legend?.height ?? 0));
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await page.keyboard.press("Escape");
  }
});

test("on a narrow screen the other notes are a click away while the import's summary is there", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await addNotes(page, smallNotes(250));
  await expect(page.getByText("250 notes added")).toBeVisible();
  await page.getByRole("button", { name: /^Notes 1 of 250/ }).click({ timeout: 10_000 });
  const sheet = page.getByRole("dialog", { name: "Notes" });
  await expect(queueProgress(page)).toBeVisible();
  await sheet.getByRole("button", { name: "Remove" }).click();
  await expect(sheet.getByText("1 note removed.")).toBeInViewport();
  await sheet.getByRole("button", { name: "Undo" }).click({ timeout: 10_000 });
  await expect(noteOption(page, "note 0001")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Import" })).toBeVisible();
});

test("an import that begins far down in a long note shows what comes of it", async ({ page }) => {
  await page.goto("/");
  await readNote(page, `${NOTE}\n`.repeat(80));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await addNotes(page, smallNotes(3));
  await expect(page.getByText("3 notes added")).toBeInViewport();
  await expect(noteField(page)).toHaveValue(`${NOTE}\n`.repeat(80));
});
