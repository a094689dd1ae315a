/** Composition root: makes the parts and puts the screen on them. */

import { createRoot } from "react-dom/client";
import { createChartlight } from "./app/chartlight.ts";
import { createConcepts } from "./app/concept-tables.ts";
import { defaultModelUrl } from "./app/model-url.ts";
import { createPreferences } from "./app/preferences.ts";
import { registerServiceWorker } from "./app/register-service-worker.ts";
import { createRequestLog } from "./app/requests.ts";
import { startPdfWorker } from "./app/start-pdf-worker.ts";
import { createWorkerEngineClient } from "./app/worker-engine-client.ts";
import { createKeepLock } from "./storage/keep-lock.ts";
import { createNoteStorage } from "./storage/note-storage.ts";
import { App } from "./ui/App.tsx";
import { ChartlightContext } from "./ui/app-context.ts";
import { visibleRange } from "./ui/note-dom.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/glyphs.css";

const engine = createWorkerEngineClient();
const newId = () => crypto.randomUUID();
const wanted = new URLSearchParams(location.search).get("device");

const chartlight = createChartlight({
  engine,
  requests: createRequestLog(engine),
  storage: createNoteStorage({ newId, now: () => Date.now() }),
  keepLock: createKeepLock(),
  preferences: createPreferences(() => localStorage),
  clock: {
    now: () => Date.now(),
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  },
  visibleRange: () => visibleRange(chartlight.note.getState().blocks),
  modelUrl: defaultModelUrl(document.baseURI),
  concepts: createConcepts(new URL("concepts/", document.baseURI).href),
  newId,
  startPdfWorker,
  device: wanted === "wasm" || wanted === "webgpu" ? wanted : "auto",
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root");
createRoot(root).render(
  <ChartlightContext value={chartlight}>
    <App />
  </ChartlightContext>,
);

// In development the files change under it.
if (import.meta.env.PROD) registerServiceWorker(document.baseURI);
