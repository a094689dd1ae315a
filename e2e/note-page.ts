/** The page as a user meets it: a note goes in, marks come out. */

import { expect, type Page, type Worker } from "@playwright/test";

/** A mark on the screen. Positions in UTF-16. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly assertion: string;
}

export const noteField = (page: Page) => page.getByRole("textbox", { name: "Clinical note" });

export const statusLine = (page: Page) => page.locator("[role=status][data-state]");

/** Waits until the note that is in the field is read. */
export async function untilRead(page: Page, timeout = 120_000): Promise<void> {
  await expect(statusLine(page)).toHaveAttribute("data-state", "done", { timeout });
  await expect(statusLine(page)).toContainText("done");
}

/** Puts the note into the field and waits until it is read. */
export async function readNote(page: Page, text: string, timeout = 120_000): Promise<Mark[]> {
  await noteField(page).fill(text);
  await untilRead(page, timeout);
  return marks(page);
}

/** All marks, in order; a mention that is drawn in pieces counts once. */
export async function marks(page: Page): Promise<Mark[]> {
  const drawn = await page.locator("mark[data-start]").evaluateAll((elements) =>
    elements.map((element) => {
      const { start, end, type, assertion } = (element as HTMLElement).dataset;
      return { start: Number(start), end: Number(end), type: type ?? "", assertion: assertion ?? "" };
    }),
  );
  const byStart = new Map(drawn.map((mark) => [mark.start, mark]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

/** The newest worker that the engine runs in (not the threads of onnxruntime, which it starts itself). */
export function engineWorker(page: Page): Worker {
  const worker = page.workers().findLast((candidate) => candidate.url().startsWith("blob:"));
  if (!worker) throw new Error(`no engine among ${page.workers().length} workers`);
  return worker;
}

/** Waits until the service worker has stored the page and taken over. */
export async function untilOfflineReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  });
}
