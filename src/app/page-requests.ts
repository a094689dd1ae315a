/** The page's own requests, from the browser's resource timing: the document and everything it loads. */

import type { RequestRecord } from "../worker/api.ts";

/** Calls `add` for each request since the page opened, past and future. */
export function watchPageRequests(add: (record: RequestRecord) => void): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { name, startTime } = entry;
      if (!/^https?:/.test(name)) continue; // blob: and data: stay inside the page
      const sizeBytes = "transferSize" in entry && typeof entry.transferSize === "number" ? entry.transferSize : 0;
      add({ url: name, startedAt: performance.timeOrigin + startTime, sizeBytes, by: "page" });
    }
  });
  observer.observe({ type: "navigation", buffered: true });
  observer.observe({ type: "resource", buffered: true });
}
