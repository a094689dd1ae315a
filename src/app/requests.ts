/** The proof: every request made since the page opened, by whom, and how many since the model was ready. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { RequestRecord } from "../worker/api.ts";
import type { EngineClient } from "./engine-client.ts";
import { watchPageRequests } from "./page-requests.ts";
import { watchServiceWorkerRequests } from "./service-worker-requests.ts";

export interface RequestLogState {
  /** Oldest first. */
  readonly records: readonly RequestRecord[];
  /** When the model last became ready, milliseconds since the epoch; undefined before. */
  readonly readyAt: number | undefined;
  /** Requests begun after `readyAt`; 0 before the model is ready. */
  readonly sinceReady: number;
  /** The content security policy in force, as the page carries it; "" where it carries none (development). */
  readonly policy: string;
}

export interface RequestLog {
  readonly store: StoreApi<RequestLogState>;
  /** Asks the worker and the service worker again; the page's own requests arrive by themselves. Never rejects. */
  refresh(): Promise<void>;
}

export function createRequestLog(client: EngineClient): RequestLog {
  const policyTag = document.querySelector<HTMLMetaElement>("meta[http-equiv='Content-Security-Policy']");
  const store = createStore<RequestLogState>(() => ({
    records: [],
    readyAt: undefined,
    sinceReady: 0,
    policy: policyTag?.content ?? "",
  }));

  let worker: readonly RequestRecord[] = [];
  const others: RequestRecord[] = [];

  const publish = (readyAt: number | undefined) => {
    const records = [...others, ...worker].sort((a, b) => a.startedAt - b.startedAt);
    const sinceReady = readyAt === undefined ? 0 : records.filter((record) => record.startedAt > readyAt).length;
    store.setState({ records, readyAt, sinceReady });
  };
  const add = (record: RequestRecord) => {
    others.push(record);
    publish(store.getState().readyAt);
  };

  watchPageRequests(add);
  const askServiceWorker = watchServiceWorkerRequests(add);

  const refresh = async () => {
    worker = await client.requests();
    await askServiceWorker();
    publish(store.getState().readyAt);
  };

  client.state.subscribe((state, before) => {
    if (state.phase !== "ready" || before.phase === "ready") return;
    publish(Date.now());
    void refresh();
  });
  return { store, refresh };
}
