import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { DIST, PREVIEW_URL, WORKER_PORTS, WORKERS } from "./e2e/servers/ports.ts";

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
  outputDir: `test-results/e2e-${WORKER_PORTS[0]}`, // it is emptied at each run; two runs at once have ports of their own
  timeout: 600_000,
  expect: { timeout: 120_000 }, // the model starts in seconds; on a busy machine it takes a minute
  fullyParallel: false,
  workers: WORKERS, // the browser waits more than it works
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/reports/e2e.json" }]],
  use: {
    baseURL: PREVIEW_URL,
    actionTimeout: 60_000,
    trace: "off", // a trace, a video, a screenshot would hold the note
    video: "off",
    screenshot: "off",
    ...(chromium !== undefined && {
      launchOptions: { executablePath: chromium, args: [...SILENT, "--disable-gpu"] },
    }),
  },
  webServer: WORKER_PORTS.flatMap((port) => {
    const env = { ...process.env, E2E_PORT: `${port}` };
    const reuseExistingServer = false;
    return [
      { command: `node_modules/.bin/vite preview --outDir ${DIST} --port ${port} --strictPort`, port, reuseExistingServer },
      { command: "node --import tsx e2e/servers/plain-server.ts", env, port: port + 1, reuseExistingServer },
      { command: "node --import tsx e2e/servers/sink-server.ts", env, port: port + 2, reuseExistingServer },
    ];
  }),
});
