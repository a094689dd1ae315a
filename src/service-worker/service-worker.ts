/** Entry of the service worker: the page without a network, its policy on hosts that set none, and nothing to other hosts. */

import { answer } from "./answer.ts";
import { deleteOldShells, storeShell } from "./shell-cache.ts";
import { createTrace } from "./trace.ts";

declare const self: ServiceWorkerGlobalScope;

const trace = createTrace(self.clients);

self.addEventListener("install", (event) => {
  event.waitUntil(storeShell(trace).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(deleteOldShells().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const reply = answer(event.request, trace);
  if (reply) event.respondWith(reply);
});

self.addEventListener("message", (event) => {
  event.ports[0]?.postMessage({ kind: "requests", records: trace.records() });
});
