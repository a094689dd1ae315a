import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { marks, noteField, readNote, untilRead } from "./note-page.ts";

const NOTE = `Mr. Ames takes metformin and lisinopril.
He denies chest pain. He has type 2 diabetes mellitus and hypertension.
Chest pain was reported by his wife 💊 in 2019.
Plan: continue metformin, walk outdoors today.
`;

const card = (page: Page) => page.getByRole("dialog", { name: /^Mention:/ });
const bar = (page: Page) => page.getByRole("region", { name: "Review", exact: true });
const said = (page: Page) => page.getByRole("status", { name: "Last step" });
const markOf = (page: Page, words: string) => page.locator("mark[role=button]", { hasText: new RegExp(`^${words}$`, "i") });

/** Reads the note and leaves the field; the student must find what the tests speak of. */
async function openNote(page: Page): Promise<void> {
  await page.goto("/");
  await readNote(page, NOTE);
  await page.keyboard.press("Escape");
  await expect(markOf(page, "metformin")).toHaveCount(2);
}

async function pin(page: Page, mark: Locator): Promise<Locator> {
  await mark.click();
  await expect(card(page).getByRole("group", { name: "Type" })).toBeVisible();
  return card(page);
}

/** Selects the first place of these words in the note with the mouse's means: a DOM selection. */
const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const lines = document.querySelectorAll("#marked-note [data-block]");
    for (const line of lines) {
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }
    throw new Error("not in one piece of the note");
  }, words);

const noteText = (page: Page) => noteField(page).inputValue();

async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity).map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
  expect(found, state).toEqual([]);
}

test("with the mouse: accept, reject, type, assertion, ends, restore, and everything is undone", async ({ page }) => {
  await openNote(page);
  const before = await marks(page);
  const first = markOf(page, "metformin").first();

  await first.hover();
  await card(page).getByRole("button", { name: /^Accept/ }).click();
  await expect(first).toHaveAccessibleName("metformin, medication, present, accepted");
  await expect(first).toHaveAttribute("data-verdict", "accepted");
  await expect(bar(page)).toContainText(`1 of ${before.length} reviewed`);
  await card(page).getByRole("button", { name: /^Accepted/ }).click();
  await expect(first).toHaveAccessibleName(/, \d+ %$/);
  await page.keyboard.press("Escape");

  let open = await pin(page, markOf(page, "hypertension"));
  await open.getByRole("button", { name: /^symptom/ }).click();
  await expect(markOf(page, "hypertension")).toHaveAttribute("data-type", "symptom");
  await open.getByRole("button", { name: /^past/ }).click();
  await expect(markOf(page, "hypertension")).toHaveAttribute("data-assertion", "past");
  await expect(open).toContainText("marked by hand");
  await open.getByRole("button", { name: "Start a word earlier" }).click();
  await expect(markOf(page, "and hypertension")).toHaveCount(1);
  await open.getByRole("button", { name: "Start a word later" }).click();
  await expect(markOf(page, "hypertension")).toHaveCount(1);
  await page.keyboard.press("Escape");

  open = await pin(page, markOf(page, "lisinopril"));
  await open.getByRole("button", { name: /^Reject\b(?! all)/ }).click();
  await expect(markOf(page, "lisinopril")).toHaveCount(0);
  await expect(card(page)).toHaveCount(0);
  await expect(said(page)).toHaveText("Rejected 1 mention.");

  await page.getByRole("checkbox", { name: /^Show rejected/ }).check();
  await expect(markOf(page, "lisinopril")).toHaveAccessibleName("lisinopril, medication, present, rejected");
  expect(await markOf(page, "lisinopril").evaluate((mark) => getComputedStyle(mark).textDecorationLine)).toBe("line-through");
  open = await pin(page, markOf(page, "lisinopril"));
  await open.getByRole("button", { name: /^Rejected/ }).click();
  await expect(markOf(page, "lisinopril")).toHaveAccessibleName(/, \d+ %$/);
  await page.keyboard.press("Escape");

  const undo = bar(page).getByRole("button", { name: "Undo" });
  while (await undo.isEnabled()) await undo.click();
  expect(await marks(page)).toEqual(before);
  const redo = bar(page).getByRole("button", { name: "Redo" });
  while (await redo.isEnabled()) await redo.click();
  await expect(markOf(page, "hypertension")).toHaveAttribute("data-type", "symptom");
});

test("a selection is marked by a click, snapped to whole words, also behind an astral character", async ({ page }) => {
  await openNote(page);
  const text = await noteText(page);
  await select(page, "utdoor");
  const tools = page.getByRole("toolbar", { name: "Mark “outdoors” as" });
  await tools.getByRole("button", { name: /^medication/ }).click();
  await expect(tools).toHaveCount(0);
  await expect(markOf(page, "outdoors")).toBeFocused();
  const start = text.indexOf("outdoors");
  expect(await marks(page)).toContainEqual({ start, end: start + 8, type: "medication", assertion: "present" });

  await select(page, "n 201");
  await page.keyboard.press("d");
  const behind = text.indexOf("in 2019");
  expect(await marks(page)).toContainEqual({ start: behind, end: behind + 7, type: "disease", assertion: "present" });
  expect(await page.locator("#marked-note").evaluate((note) => note.textContent)).toBe(text);
});

test("a whole review with the keyboard alone", async ({ page }) => {
  await openNote(page);
  const total = (await marks(page)).length;
  await page.keyboard.press("u");
  const marked = page.locator("mark[role=button]");
  await expect(marked.first()).toBeFocused();
  await page.keyboard.press("a");
  await expect(marked.first()).toHaveAttribute("data-verdict", "accepted");
  await expect(marked.nth(1)).toBeFocused();

  // The assertion by its number, from the card; Escape leads back.
  await page.keyboard.press("t");
  await expect(card(page).getByRole("button", { name: /^present/ })).toBeFocused();
  await page.keyboard.press("2");
  await page.keyboard.press("Escape");
  await expect(marked.nth(1)).toBeFocused();
  await expect(marked.nth(1)).toHaveAttribute("data-assertion", "absent");
  await expect(bar(page)).toContainText(`2 of ${total} reviewed`);

  // Type, and ends, without the card.
  await page.keyboard.press("d");
  await expect(marked.nth(1)).toHaveAttribute("data-type", "disease");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(page.locator("mark[data-current]")).toHaveText("and lisinopril");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.locator("mark[data-current]")).toHaveText("lisinopril");
  await expect(page.locator("mark[data-current]")).toBeFocused();

  // The card by Enter, its buttons by Tab; Enter on Reject rejects and goes on.
  await page.keyboard.press("u");
  const third = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("Enter");
  await expect(card(page).getByRole("button", { name: /^Accept\b(?! all)/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Rejected 1 mention.");
  await expect(page.locator("mark[role=button]:focus")).not.toHaveText(third ?? "");

  // What was missed, by words.
  await page.keyboard.press("End");
  await page.keyboard.press("w");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("status", { name: "Selection" })).toHaveText("Selected: walk");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByRole("status", { name: "Selection" })).toHaveText("Selected: outdoors today");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("m");
  await expect(markOf(page, "outdoors")).toBeFocused();

  // The rest.
  for (let left = total; left > 0; left--) await page.keyboard.press("a");
  await expect(bar(page)).toContainText(`${total + 1} of ${total + 1} reviewed`);
  const judged = await marks(page);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(bar(page)).toContainText(`${total - 1} of ${total + 1} reviewed`);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await page.keyboard.press("ControlOrMeta+y");
  await expect(bar(page)).toContainText(`${total + 1} of ${total + 1} reviewed`);
  expect(await marks(page)).toEqual(judged);
});

test("Delete rejects the mention in focus; letters are off where they are switched off", async ({ page }) => {
  await openNote(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard and help" })).toContainText("accept, and on to the next");
  await page.getByRole("checkbox", { name: /Single keys/ }).uncheck();
  await page.keyboard.press("Escape");
  await markOf(page, "lisinopril").focus();
  await page.keyboard.press("x");
  await expect(markOf(page, "lisinopril")).toHaveCount(1);
  await page.keyboard.press("Delete");
  await expect(markOf(page, "lisinopril")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(markOf(page, "lisinopril")).toBeFocused();
});

test("corrections stay through edits and undo; undo never takes the edit back", async ({ page }) => {
  await openNote(page);
  await markOf(page, "metformin").first().focus();
  await page.keyboard.press("a");
  await markOf(page, "lisinopril").focus();
  await page.keyboard.press("x");
  await markOf(page, "hypertension").focus();
  await page.keyboard.press("s");

  await page.keyboard.press("e");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("Seen today. ");
  await untilRead(page);
  await page.keyboard.press("Escape");
  await expect(markOf(page, "metformin").first()).toHaveAttribute("data-verdict", "accepted");
  await expect(markOf(page, "lisinopril")).toHaveCount(0);
  await expect(markOf(page, "hypertension")).toHaveAttribute("data-type", "symptom");

  await page.keyboard.press("ControlOrMeta+z");
  await expect(markOf(page, "hypertension")).toHaveAttribute("data-type", "disease");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(markOf(page, "lisinopril")).toHaveCount(1);
  expect(await noteText(page)).toBe(`Seen today. ${NOTE}`);
  await page.keyboard.press("ControlOrMeta+y");
  await expect(markOf(page, "lisinopril")).toHaveCount(0);

  // A word that is lost and comes back brings its verdict along.
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(noteField(page)).toHaveValue("");
  await page.getByRole("status", { name: "Replacement" }).getByRole("button", { name: "Undo" }).click();
  await untilRead(page);
  await expect(markOf(page, "metformin").first()).toHaveAttribute("data-verdict", "accepted");
  await expect(markOf(page, "lisinopril")).toHaveCount(0);
});

test("everywhere in the note: accept, reject and mark a term", async ({ page }) => {
  await openNote(page);
  let open = await pin(page, markOf(page, "metformin").first());
  await expect(open).toContainText("2 marked as medication in this note");
  await open.getByRole("button", { name: "Accept all" }).click();
  await expect(page.locator("mark[data-verdict=accepted]")).toHaveCount(2);
  await open.getByRole("button", { name: "Reject all" }).click();
  await expect(markOf(page, "metformin")).toHaveCount(0);
  await expect(said(page)).toHaveText("Rejected 2 mentions.");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator("mark[data-verdict=accepted]")).toHaveCount(2);

  await select(page, "He");
  await page.keyboard.press("m");
  await expect(markOf(page, "he")).toHaveCount(1);
  await page.keyboard.press("Enter");
  open = card(page);
  await open.getByRole("button", { name: "Mark everywhere" }).click();
  await expect(markOf(page, "he")).toHaveCount(2);
  await page.keyboard.press("Escape");

  await bar(page).getByRole("button", { name: /^Accept all shown/ }).click();
  const total = (await marks(page)).length;
  await expect(bar(page)).toContainText(`${total} of ${total} reviewed`);
  await expect(bar(page).getByRole("button", { name: /^Accept all shown/ })).toBeDisabled();
});

test("the filter searches, sorts and says what it hides", async ({ page }) => {
  await openNote(page);
  const total = (await marks(page)).length;
  await page.keyboard.press("/");
  const filter = page.getByRole("dialog", { name: "Filter" });
  const search = filter.getByRole("searchbox", { name: "Words in the mention" });
  await expect(search).toBeFocused();
  await search.fill("METFORMIN");
  await expect(page.locator("mark[role=button]")).toHaveCount(2);
  const hidden = page.getByRole("status", { name: "Hidden" });
  await expect(hidden).toHaveText(`${total - 2} mentions hidden`);
  expect(await page.locator("#marked-note").evaluate((note) => note.textContent)).toBe(NOTE);
  await page.keyboard.press("Enter");
  await expect(filter).toBeHidden();
  await expect(markOf(page, "metformin").first()).toBeFocused();
  await page.keyboard.press("a");
  await page.keyboard.press("a");
  await expect(bar(page)).toContainText(`2 of ${total} reviewed`);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.locator("mark[role=button]")).toHaveCount(total);
  await expect(hidden).toHaveCount(0);

  await page.getByRole("button", { name: /^Filter/ }).click();
  await filter.getByRole("combobox", { name: "Review" }).selectOption("not reviewed");
  await expect(page.locator("mark[role=button]")).toHaveCount(total - 2);
  await filter.getByRole("combobox", { name: "Walk" }).selectOption("least sure first");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const score = async () => Number(/(\d+) %$/.exec((await page.locator("mark[data-current]").first().getAttribute("aria-label")) ?? "")?.[1]);
  const scores: number[] = [];
  for (let i = 0; i < total - 2; i++) {
    await page.keyboard.press("n");
    scores.push(await score());
  }
  const lowest = scores.indexOf(Math.min(...scores));
  const turned = [...scores.slice(lowest), ...scores.slice(0, lowest)];
  expect(turned).toEqual([...scores].sort((a, b) => a - b));
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    for (const width of [1280, 360]) {
      test(`axe finds nothing in the review, ${width} pixels wide, and nothing scrolls sideways`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await openNote(page);
        await page.keyboard.press("u");
        await page.keyboard.press("a");
        await page.keyboard.press("x");
        await page.getByRole("checkbox", { name: /^Show rejected/ }).check();
        await expectAccessible(page, "accepted and rejected marks");
        await markOf(page, "hypertension").focus();
        await page.keyboard.press("Enter");
        await expect(card(page).getByRole("group", { name: "Type" })).toBeVisible();
        await expectAccessible(page, "card open for work");
        expect(await overflow()).toBe(0);
        await page.keyboard.press("Escape");
        await select(page, "outdoors");
        await expect(page.getByRole("toolbar")).toBeVisible();
        await expectAccessible(page, "selection tools");
        expect(await overflow()).toBe(0);
        await page.keyboard.press("/");
        await page.getByRole("searchbox", { name: "Words in the mention" }).fill("met");
        await expectAccessible(page, "filter open");
        expect(await overflow()).toBe(0);
      });
    }
  });
}
