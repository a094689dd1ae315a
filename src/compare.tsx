/** Composition root of the page under compare/: makes the parts and puts the screen on them. */

import { createRoot } from "react-dom/client";
import { createCompare } from "./app/compare/compare.ts";
import { defaultModelUrl } from "./app/model-url.ts";
import { createPreferences } from "./app/preferences.ts";
import { registerServiceWorker } from "./app/register-service-worker.ts";
import { openStrictFrame } from "./app/strict-frame.ts";
import { createWorkerEngineClient } from "./app/worker-engine-client.ts";
import { CompareContext } from "./ui/compare/compare-context.ts";
import { ComparePage } from "./ui/compare/ComparePage.tsx";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/glyphs.css";

const siteUrl = new URL("../", document.baseURI).href;
const wanted = new URLSearchParams(location.search).get("device");

const root = document.getElementById("root");
if (!root) throw new Error("compare/index.html has no element with the id root");

const compare = createCompare({
  engine: createWorkerEngineClient(await openStrictFrame()),
  modelUrl: defaultModelUrl(siteUrl),
  preferences: createPreferences(() => localStorage),
  clock: {
    now: () => Date.now(),
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  },
  device: wanted === "wasm" || wanted === "webgpu" ? wanted : "auto",
  newId: () => crypto.randomUUID(),
});

createRoot(root).render(
  <CompareContext value={compare}>
    <ComparePage />
  </CompareContext>,
);

// In development the files change under it.
if (import.meta.env.PROD) registerServiceWorker(siteUrl);
