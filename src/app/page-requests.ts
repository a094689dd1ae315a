/** The page's own requests, from the browser's resource timing: the document and everything it loads. */

import type { RequestRecord } from "../worker/api.ts";

/** Calls `add` for each request since the page opened, past and future. */
export function watchPageRequests(add: (record: RequestRecord) => void): void {
  const seen = new Set<string>(); // the document's own entry comes twice: at once, and when it has loaded
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { name, startTime } = entry;
      const key = `${startTime} ${name}`;
      if (!/^https?:/.test(name) || seen.has(key)) continue; // blob: and data: stay inside the page
      seen.add(key);
      const sizeBytes = "transferSize" in entry && typeof entry.transferSize === "number" ? entry.transferSize : 0;
      add({ url: name, startedAt: performance.timeOrigin + startTime, sizeBytes, by: "page" });
    }
  });
  observer.observe({ type: "navigation", buffered: true });
  observer.observe({ type: "resource", buffered: true });
}
