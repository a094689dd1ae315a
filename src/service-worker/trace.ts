/** The requests that the service worker itself makes, for the page's proof. */

/** Same shape as RequestRecord in src/worker/api.ts. */
export interface TraceRecord {
  readonly url: string;
  readonly startedAt: number; // milliseconds since the epoch
  readonly sizeBytes: number;
  readonly by: "service worker";
}

export interface Trace {
  /** fetch, remembered and told to every open page. */
  fetch(request: Request): Promise<Response>;
  records(): readonly TraceRecord[];
}

const MOST_RECORDS = 1_000;

export function createTrace(clients: Clients): Trace {
  const records: TraceRecord[] = [];
  const tell = async (record: TraceRecord) => {
    const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
    for (const page of pages) page.postMessage({ kind: "requests", records: [record] });
  };
  return {
    async fetch(request) {
      const startedAt = performance.timeOrigin + performance.now();
      let sizeBytes = 0;
      try {
        const response = await fetch(request);
        sizeBytes = Number(response.headers.get("content-length") ?? 0);
        return response;
      } finally {
        const record = { url: request.url, startedAt, sizeBytes, by: "service worker" } as const;
        if (records.push(record) > MOST_RECORDS) records.shift();
        void tell(record);
      }
    },
    records: () => [...records],
  };
}
