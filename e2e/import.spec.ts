import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { gzipSync, strToU8 } from "fflate";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { docx } from "../tests/files/made/docx.ts";
import { lines, pdf, protectedPdf, scannedPdf } from "../tests/files/made/pdf.ts";
import { zip } from "../tests/files/made/zip.ts";
import { noteField, untilRead } from "./note-page.ts";

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const upload = (name: string, content: string | Uint8Array): Upload => ({ name, mimeType: "", buffer: Buffer.from(content) });
const NOTE = "She denies chest pain and takes metformin 500 mg for type 2 diabetes mellitus.";
const TABLE = `id;seen;note\nn1;31.1.2020;"${NOTE}\nPlan: go on."\nn2;1.2.2020;"${NOTE}"\n`;

const card = (page: Page) => page.getByRole("region", { name: "Import" });
const question = (page: Page) => page.getByRole("dialog", { name: "Which column holds the notes?" });

async function open(page: Page, what: "Open files" | "Open a folder", files: readonly Upload[] | string): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Open", exact: true }).click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("banner").getByRole("button", { name: what }).click();
  await (await choosing).setFiles(typeof files === "string" ? files : [...files]);
}

/** Every breach of the policy, as the page and the console tell it. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text());
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      (window as unknown as { breaches?: string[] }).breaches = [...((window as unknown as { breaches?: string[] }).breaches ?? []), event.violatedDirective];
    });
  });
  return async () => [...complaints, ...(await page.evaluate(() => (window as unknown as { breaches?: string[] }).breaches ?? []))];
}

async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity).map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`), state).toEqual([]);
}

/** A folder on the disk with these files in it. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "notes-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

test("each kind of file becomes the open note, under the policy and from this origin alone", async ({ page, context }) => {
  const breaches = await watchPolicy(page);
  const requested: string[] = [];
  context.on("request", (made) => requested.push(made.url()));
  const kinds: readonly Upload[] = [
    upload("letter.txt", NOTE),
    upload("letter.md", NOTE),
    upload("letter.docx", docx(NOTE)),
    upload("letter.pdf", pdf(lines(NOTE))),
    upload("letter.jsonl", JSON.stringify({ id: "n1", text: NOTE })),
    upload("letter.json", JSON.stringify([{ id: "n1", text: NOTE }])),
    upload("letter.zip", zip({ "a/letter.txt": NOTE })),
    upload("letter.txt.gz", gzipSync(strToU8(NOTE))),
    upload("letter.csv", `text\n"${NOTE}"\n`),
  ];
  for (const file of kinds) {
    await page.goto("/");
    await open(page, "Open files", [file]);
    await expect(noteField(page), file.name).toHaveValue(NOTE);
    await expect(card(page)).toHaveCount(0);
  }
  await untilRead(page);
  await expect(page.locator("mark[data-type=medication]").first()).toBeVisible();
  const origin = new URL(page.url()).origin;
  expect(requested.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
  expect(await breaches()).toEqual([]);
});

test("good and bad files together: what can be read is, the rest is said, and can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const breaches = await watchPolicy(page);
  await page.goto("/");
  await open(page, "Open files", [
    upload("a.txt", NOTE),
    upload("b.docx", docx(NOTE)),
    upload("c.docx", "no Word"),
    upload("d.pdf", protectedPdf()),
    upload("e.pdf", scannedPdf()),
    upload("f.pdf", pdf(lines(NOTE)).slice(0, 200)),
    upload("g.zip", zip({ "x.txt": NOTE, "y.txt": "" })),
    upload("h.jsonl", `${JSON.stringify({ id: "h1", text: NOTE })}\n{broken\n`),
    upload("i.zip", zip({ "bomb.txt": new Uint8Array(30_000_000) })),
    upload("j.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47])),
  ]);
  await expect(card(page).getByRole("status")).toHaveText("4 notes added, 7 files could not be read, 1 file only in part");
  await expect(card(page)).toContainText("d.pdf: It needs a password.");
  await expect(card(page)).toContainText("e.pdf: It has no text, only pictures of pages.");
  await expect(card(page)).toContainText("i.zip: It unpacks to more than 200 times its size");
  await expect(card(page)).toContainText("h.jsonl: Line 2");
  await expectAccessible(page, "summary");
  await card(page).getByRole("button", { name: "Copy the list" }).click();
  await expect(card(page).getByRole("button", { name: "Copied" })).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())).split("\n")).toHaveLength(8);
  await card(page).getByRole("button", { name: "Dismiss" }).click();
  await expect(card(page)).toHaveCount(0);
  await expect(noteField(page)).toHaveValue(NOTE);
  expect(await breaches()).toEqual([]);
});

test("a single bad file is a notice above the note", async ({ page }) => {
  await page.goto("/");
  await open(page, "Open files", [upload("scan.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47]))]);
  await expect(page.getByRole("alert")).toContainText("scan.png: It is a picture.");
  await expect(card(page)).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });
    test("a table asks once which column holds the notes, and is answered with the keyboard", async ({ page }) => {
      const breaches = await watchPolicy(page);
      await page.goto("/");
      await open(page, "Open files", [upload("a.csv", TABLE), upload("b.csv", TABLE)]);
      await expect(question(page)).toBeVisible();
      await expect(question(page).getByLabel("Text of the note")).toHaveValue("2");
      await expect(question(page).getByLabel("Name or id")).toHaveValue("0");
      await expect(question(page).getByLabel("Date")).toHaveValue("1");
      await expectAccessible(page, "question");
      await question(page).getByRole("button", { name: "Add the notes" }).focus();
      await page.keyboard.press("Enter");
      await expect(card(page).getByRole("status")).toHaveText("4 notes added");
      await expect(question(page)).toHaveCount(0);
      await expect(noteField(page)).toHaveValue(`${NOTE}\nPlan: go on.`);
      expect(await breaches()).toEqual([]);
    });
  });
}

test("a table that is left out is left out, on a narrow screen too", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto("/");
  await open(page, "Open files", [upload("a.csv", TABLE), upload("b.txt", NOTE)]);
  await expect(question(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page, "question, narrow");
  await page.keyboard.press("Escape");
  await expect(card(page).getByRole("status")).toHaveText("1 note added");
  await expect(card(page)).toContainText("a.csv: It was left out.");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page, "summary, narrow");
});

test("a folder is opened to its depths", async ({ page }) => {
  const folder = folderOf({ "a.txt": NOTE, "deep/er/b.docx": docx(NOTE), "deep/.DS_Store": "x", "deep/c.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47]) });
  try {
    await page.goto("/");
    await open(page, "Open a folder", folder.path);
    await expect(card(page).getByRole("status")).toHaveText("2 notes added, 1 file could not be read");
  } finally {
    folder.remove();
  }
});

test("files and folders are dropped anywhere on the page", async ({ page, context }) => {
  const folder = folderOf({ "notes/a.txt": NOTE, "notes/deep/b.txt": NOTE, "c.md": NOTE });
  try {
    await page.goto("/");
    const session = await context.newCDPSession(page);
    const data = { items: [], files: [join(folder.path, "notes"), join(folder.path, "c.md")], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver"] as const) await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
    await expect(page.getByText("Drop files or folders to read them here")).toBeVisible();
    await expectAccessible(page, "drop target");
    await session.send("Input.dispatchDragEvent", { type: "drop", x: 300, y: 300, data });
    await expect(card(page).getByRole("status")).toHaveText("3 notes added");
    await expect(page.getByText("Drop files or folders to read them here")).toHaveCount(0);
  } finally {
    folder.remove();
  }
});

test("a long import tells how far it is and can be cancelled", async ({ page }) => {
  await page.goto("/");
  const page80 = lines(...Array.from({ length: 40 }, () => NOTE));
  const long = pdf(...Array.from({ length: 400 }, () => page80));
  await open(page, "Open files", [upload("a.txt", NOTE), ...Array.from({ length: 6 }, (_, i) => upload(`b${i}.pdf`, long))]);
  await expect(card(page).getByRole("progressbar", { name: "Files read" })).toBeVisible();
  await expect(card(page)).toContainText("of 7 files");
  await expectAccessible(page, "progress");
  await card(page).getByRole("button", { name: "Cancel" }).click();
  await expect(card(page).getByRole("status")).toHaveText(/^Cancelled: \d notes? added$/);
  await expect(noteField(page)).toHaveValue(NOTE);
});
