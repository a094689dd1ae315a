/**
 * Pictures of the built page for the documentation: `npm run build && npm run screenshots`.
 * Reads the discharge summary among the samples; writes docs/screenshots/{light,dark,narrow}.png.
 */

import { existsSync, mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { preview } from "vite";

const OUT = "docs/screenshots";
const PICTURES = [
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 820 } },
  { name: "dark", colorScheme: "dark", viewport: { width: 1280, height: 820 } },
  { name: "narrow", colorScheme: "light", viewport: { width: 360, height: 740 } },
] as const;

const executablePath = [process.env.CHROMIUM_PATH ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);
if (executablePath === undefined) throw new Error("no Chromium found: set CHROMIUM_PATH");

const server = await preview({ preview: { port: 4190 }, ...(process.env.E2E_DIST && { build: { outDir: process.env.E2E_DIST } }) });
const url = server.resolvedUrls?.local[0];
if (url === undefined) throw new Error("the preview server has no address");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
mkdirSync(OUT, { recursive: true });

for (const { name, colorScheme, viewport } of PICTURES) {
  const page = await browser.newPage({ colorScheme, viewport, reducedMotion: "reduce" });
  await page.goto(url);
  await page.getByRole("button", { name: /^Discharge summary/ }).click();
  await page.locator("[role=status][data-state=done]").waitFor({ timeout: 120_000 });
  if (name !== "narrow") await page.locator("mark[role=button]").nth(5).hover();
  await page.waitForTimeout(600); // the card, and the last marks
  await page.screenshot({ path: `${OUT}/${name}.png` });
  await page.close();
}

await browser.close();
await server.close();
