import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { DIST, PLAIN_URL, PREVIEW_PORT, PREVIEW_URL, SINK_URL } from "./e2e/servers/ports.ts";

const chromium = [process.env.CHROMIUM_PATH ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

/** The browser must be silent by itself, or the tests of what leaves the machine mean nothing. */
const SILENT = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
];

/** `npm run build` comes first: the tests run on the built page. */
export default defineConfig({
  testDir: "e2e",
  outputDir: `test-results/e2e-${PREVIEW_PORT}`, // it is emptied at each run; two runs at once have ports of their own
  timeout: 600_000,
  expect: { timeout: 120_000 }, // the model starts in seconds; on a busy machine it takes a minute
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: `test-results/reports/e2e-${PREVIEW_PORT}.json` }]],
  use: {
    baseURL: PREVIEW_URL,
    trace: "off", // a trace, a video, a screenshot would hold the note
    video: "off",
    screenshot: "off",
    ...(chromium !== undefined && {
      launchOptions: { executablePath: chromium, args: [...SILENT, "--disable-gpu"] },
    }),
  },
  webServer: [
    { command: `npx vite preview --outDir ${DIST} --port ${PREVIEW_PORT} --strictPort`, url: PREVIEW_URL, reuseExistingServer: false },
    { command: "npx tsx e2e/servers/plain-server.ts", url: PLAIN_URL, reuseExistingServer: false },
    { command: "npx tsx e2e/servers/sink-server.ts", url: `${SINK_URL}hits`, reuseExistingServer: false },
  ],
});
