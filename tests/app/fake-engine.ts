/** The engine's border as the page sees it, driven by the test: one pending reading, a newer one supersedes it. */

import { createStore } from "zustand/vanilla";
import type { EngineClient, EngineState } from "../../src/app/engine-client.ts";
import type { Result } from "../../src/core/failure.ts";
import { noteOffset, type Mention } from "../../src/core/types.ts";
import type { ReadOutcome, ReadRequest } from "../../src/worker/api.ts";

export const READY: EngineState = { phase: "ready", info: { modelName: "fake", modelVersion: "7", device: "wasm", threads: 1, loadMs: 1 } };
export const PROVENANCE = { kind: "student", name: "fake", version: "7" } as const;

export interface FakeEngine extends EngineClient {
  /** The text that is being read. */
  readonly pending: () => string | undefined;
  /** Every text that was asked for, in order. */
  readonly asked: string[];
  /** Ends the pending reading: the word "fever" is a symptom wherever it stands. */
  readonly finish: () => void;
  /** The worker dies and comes back, with the pending reading. */
  readonly crash: () => void;
}

export function findFever(text: string): Mention[] {
  return [...text.matchAll(/fever/g)].map(({ index }) => ({
    start: noteOffset(index),
    end: noteOffset(index + 5),
    type: "symptom",
    assertion: "present",
    score: 0.9,
  }));
}

export function createFakeEngine(initial: EngineState = READY): FakeEngine {
  const state = createStore<EngineState>(() => initial);
  const asked: string[] = [];
  let pending: { readonly request: ReadRequest; readonly settle: (result: Result<ReadOutcome>) => void } | undefined;
  const supersede = () => {
    pending?.settle({ ok: true, value: { kind: "superseded", revision: pending.request.revision } });
    pending = undefined;
  };
  return {
    state,
    asked,
    start: () => undefined,
    read(request) {
      supersede();
      asked.push(request.text);
      return new Promise((settle) => {
        pending = { request, settle };
      });
    },
    cancel: supersede,
    requests: () => Promise.resolve([]),
    pending: () => pending?.request.text,
    finish() {
      const { request, settle } = pending ?? { request: undefined, settle: undefined };
      if (request === undefined) throw new Error("nothing is being read");
      pending = undefined;
      const counts = { chunks: 1, inferredChunks: 1, words: 1, latencyMs: 10 };
      settle({ ok: true, value: { kind: "done", revision: request.revision, mentions: findFever(request.text), provenance: PROVENANCE, ...counts } });
    },
    crash() {
      state.setState({ phase: "restarting", attempt: 1 }, true);
      state.setState(READY, true);
    },
  };
}
