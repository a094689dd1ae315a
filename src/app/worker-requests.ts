/** Requests of all workers that this page started: a dead one can't be asked any more. */

import type { Remote } from "comlink";
import type { EngineApi, RequestRecord } from "../worker/api.ts";

export interface WorkerRequests {
  /** Asks the worker, if there is one, and adds what earlier ones said. Never rejects; a silent worker is not waited for. */
  ask(api: Remote<EngineApi> | undefined): Promise<readonly RequestRecord[]>;
}

const PATIENCE_MS = 2_000;

export function createWorkerRequests(): WorkerRequests {
  const known = new Map<string, RequestRecord>();
  return {
    async ask(api) {
      const silence = new Promise<readonly RequestRecord[]>((resolve) => setTimeout(resolve, PATIENCE_MS, []));
      const answer = api === undefined ? [] : await Promise.race([api.requests().catch(() => []), silence]);
      for (const record of answer) known.set(`${record.startedAt} ${record.url}`, record);
      return [...known.values()];
    },
  };
}
