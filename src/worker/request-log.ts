/** Requests made inside this worker, from the browser's resource timing. */

import type { RequestRecord } from "./api.ts";

/** Begins to listen, earlier requests included. @returns all so far. */
export function createRequestLog(): () => readonly RequestRecord[] {
  const records: RequestRecord[] = [];
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      if (!/^https?:/.test(entry.name)) continue; // blob: and data: stay inside the page
      const sizeBytes = entry instanceof PerformanceResourceTiming ? entry.transferSize : 0;
      records.push({ url: entry.name, startedAt: performance.timeOrigin + entry.startTime, sizeBytes, by: "worker" });
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "resource", buffered: true });
  return () => {
    take(observer.takeRecords());
    return [...records];
  };
}
