/** Composition root of the page under compare/: makes the parts and puts the screen on them. */

import { createRoot } from "react-dom/client";
import { createCompare } from "./app/compare/compare.ts";
import { askForNote, openHandover } from "./app/handover.ts";
import { defaultModelUrl } from "./app/model-url.ts";
import { createPreferences } from "./app/preferences.ts";
import { registerServiceWorker } from "./app/register-service-worker.ts";
import { openStrictFrame } from "./app/strict-frame.ts";
import { createWorkerEngineClient } from "./app/worker-engine-client.ts";
import { createKeyVault } from "./storage/key-vault.ts";
import { realSurroundings } from "./teacher/surroundings.ts";
import { CompareContext } from "./ui/compare/compare-context.ts";
import { ComparePage } from "./ui/compare/ComparePage.tsx";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/glyphs.css";

const siteUrl = new URL("../", document.baseURI).href;
const wanted = new URLSearchParams(location.search).get("device");
const clock = {
  now: () => Date.now(),
  after(ms: number, task: () => void) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

const root = document.getElementById("root");
if (!root) throw new Error("compare/index.html has no element with the id root");

const compare = createCompare({
  engine: createWorkerEngineClient(await openStrictFrame()),
  modelUrl: defaultModelUrl(siteUrl),
  conceptsUrl: `${siteUrl}concepts/`,
  preferences: createPreferences(() => localStorage),
  clock,
  surroundings: realSurroundings,
  vault: createKeyVault(crypto),
  device: wanted === "wasm" || wanted === "webgpu" ? wanted : "auto",
  newId: () => crypto.randomUUID(),
  policy: document.querySelector<HTMLMetaElement>("meta[http-equiv='Content-Security-Policy']")?.content ?? "",
  narrow: matchMedia("(max-width: 40rem)").matches,
});

createRoot(root).render(
  <CompareContext value={compare}>
    <ComparePage />
  </CompareContext>,
);

askForNote(({ text, mentions }) => compare.notes.add([{ text, review: mentions }]), { open: openHandover, clock, from: crypto.randomUUID() });

// In development the files change under it.
if (import.meta.env.PROD) registerServiceWorker(siteUrl);
