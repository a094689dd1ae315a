import { expect, test } from "@playwright/test";
import config from "../playwright.config.ts";
import { replaceGolden } from "./model-route.ts";
import { readNote, statusLine } from "./note-page.ts";

/** WebGPU without a graphics card: SwiftShader computes on the processor, a hundred times slower. */
const SOFTWARE_GPU = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader", "--enable-features=Vulkan,WebGPU", "--use-vulkan=swiftshader"];

const { launchOptions } = config.use ?? {};
test.use({
  serviceWorkers: "block", // it would fetch past the routes
  launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []).filter((flag) => flag !== "--disable-gpu"), ...SOFTWARE_GPU] },
});
test.describe.configure({ timeout: 600_000 });

const SLOW = 500_000;
const note = "Patient takes aspirin 81 mg for chest pain. No fever.";

test("WebGPU gives the same marks as WASM", async ({ page }) => {
  await page.goto("/?device=wasm");
  const onWasm = await readNote(page, note);
  await page.goto("/?device=webgpu");
  expect(await readNote(page, note, SLOW)).toEqual(onWasm);
  await expect(statusLine(page)).toContainText("WebGPU");
});

test("a software adapter is not chosen by itself", async ({ page }) => {
  await page.goto("/");
  await readNote(page, note);
  await expect(statusLine(page)).toContainText("WASM");
});

test("WebGPU that calculates wrongly gives way to WASM, with a notice", async ({ page }) => {
  await replaceGolden(page, ({ webgpu }) => {
    webgpu.tagLogits[0] = (webgpu.tagLogits[0] ?? 0) + 100;
  });
  await page.goto("/?device=webgpu");
  await readNote(page, note, SLOW);
  await expect(statusLine(page)).toContainText("WASM");
  await expect(page.getByText("calculated wrongly in the self-check")).toBeVisible();
});
