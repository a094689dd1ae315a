/** The page under compare/ as a user meets it, and a provider that answers it. */

import { expect, type Page } from "@playwright/test";
import type { Step } from "../tests/teacher/fake-provider/scenario.ts";
import { startFakeProvider, type FakeProvider } from "../tests/teacher/fake-provider/server.ts";
import type { ProviderId } from "../src/teacher/settings.ts";

/** At a port that the page's policy lists. */
export const startListedProvider = (): Promise<FakeProvider> => startFakeProvider([8080, 1234, 8000, 11434]);

export interface TeacherOptions {
  readonly provider: FakeProvider;
  readonly key: string;
  readonly steps: readonly Step[];
  /** Option of "Teacher to add", and whose wire it speaks. */
  readonly preset?: RegExp;
  readonly wire?: ProviderId;
  readonly model?: string;
}

const NEWEST = { preset: /^GPT-4o:/, wire: "openai", model: "gpt-4o" } as const;

/** Puts a teacher on the list, at the fake provider, with a key. Answers with what the provider receives. */
export async function addTeacher(page: Page, options: TeacherOptions) {
  const { provider, key, steps, preset, wire, model } = { ...NEWEST, ...options };
  const { baseUrl, received } = provider.play({ provider: wire, key, steps, seed: 3, models: [model, "m-2"] });
  const cards = page.locator("main section").filter({ has: page.getByRole("heading", { name: "Teachers" }) }).locator("ul > li");
  const before = await cards.count();
  const choose = page.getByLabel("Teacher to add");
  const label = await choose.locator("option").filter({ hasText: preset }).first().textContent();
  await choose.selectOption({ label: label ?? "" });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const card = cards.nth(before); // not the last: others may be added
  await card.getByLabel("Model", { exact: true }).fill(model);
  await card.getByLabel("Address").fill(wire === "openai" || wire === "openai-compatible" ? `${baseUrl}/v1` : baseUrl);
  if (await card.getByLabel(/^(Your key|Key) for/).isVisible()) {
    await card.getByLabel(/^(Your key|Key) for/).fill(key);
    await card.getByRole("button", { name: "Use this key" }).click();
  }
  return { card, received, origin: new URL(baseUrl).origin };
}

export async function bringNote(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Clinical note" }).fill(text);
  await page.getByRole("button", { name: "Read this note" }).click();
  await expect(page.locator("[role=status][data-state=done]")).toContainText("done");
}

export const askAll = (page: Page) => page.getByRole("button", { name: /^Ask (the teacher|all)/ }).click();
export const agree = (page: Page) => page.getByRole("dialog").getByRole("button", { name: /^Send to/ }).click();

/** A reply with these mentions, as a teacher writes them. */
export const replyWith = (...mentions: readonly (readonly [quote: string, type: string, assertion: string])[]): Step => ({
  kind: "reply",
  text: JSON.stringify({ mentions: mentions.map(([quote, type, assertion]) => ({ quote, type, assertion })) }),
});
