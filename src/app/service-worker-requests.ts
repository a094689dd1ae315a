/** The service worker's own requests: it tells of each when it makes it, and lists the earlier ones when asked. */

import * as v from "valibot";
import type { RequestRecord } from "../worker/api.ts";

const record = v.object({ url: v.string(), startedAt: v.number(), sizeBytes: v.number(), by: v.literal("service worker") });
const message = v.object({ kind: v.literal("requests"), records: v.array(record) });

/**
 * Calls `add` once for each request that the service worker made since the page opened.
 * @returns asks for those that were made before the page listened; resolves when they are in, or after a second.
 */
export function watchServiceWorkerRequests(add: (record: RequestRecord) => void): () => Promise<void> {
  if (!("serviceWorker" in navigator)) return () => Promise.resolve();
  const container = navigator.serviceWorker;
  const seen = new Set<string>();

  const take = (data: unknown) => {
    const parsed = v.safeParse(message, data);
    if (!parsed.success) return;
    for (const entry of parsed.output.records) {
      const key = `${entry.startedAt} ${entry.url}`;
      if (entry.startedAt < performance.timeOrigin || seen.has(key)) continue;
      seen.add(key);
      add(entry);
    }
  };
  container.addEventListener("message", (event) => take(event.data));
  container.startMessages();

  return async () => {
    const registration = await container.getRegistration();
    const active = registration?.active;
    if (!active) return;
    const { port1, port2 } = new MessageChannel();
    await new Promise<void>((resolve) => {
      port1.onmessage = (event) => {
        take(event.data);
        resolve();
      };
      active.postMessage({ kind: "requests" }, [port2]);
      setTimeout(resolve, 1_000);
    });
    port1.close();
  };
}
