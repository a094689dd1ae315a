/** The engine in a worker, kept alive: started again when it dies or hangs, and the pending reading with it. */

import { proxy } from "comlink";
import { createStore } from "zustand/vanilla";
import type { FailureValue, Result } from "../core/failure.ts";
import type { Device, DeviceChoice, LoadProgress, ModelSource, ReadOutcome, ReadProgress, ReadRequest } from "../worker/api.ts";
import type { EngineClient, EngineState } from "./engine-client.ts";
import { createRestartBudget } from "./restart-budget.ts";
import { watchStall } from "./stall-watch.ts";
import { connectWorker, type WorkerConnection } from "./worker-connection.ts";
import type { WorkerOwner } from "./start-module-worker.ts";
import { createWorkerRequests } from "./worker-requests.ts";

interface PendingRead {
  readonly request: ReadRequest;
  readonly onProgress: (progress: ReadProgress) => void;
  readonly settle: (result: Result<ReadOutcome>) => void;
}

const CRASHED: FailureValue = {
  code: "engine-crashed",
  message: "The engine that reads notes stopped several times. Close other tabs to free memory, then try again.",
};
const INSECURE: FailureValue = {
  code: "engine-unsupported",
  message: "The browser lets this page work only over https or on localhost. Open it at such an address.",
};
const GPU_LOST = "The graphics processor stopped answering, so notes are read on the processor.";

/** A worker and what to do when it is found dead, hung or broken. */
interface Engine {
  readonly connection: WorkerConnection;
  readonly recover: () => void;
}

/** What `start` was asked for: a worker that is started again gets the same. */
interface Choice {
  readonly device: DeviceChoice;
  readonly model: ModelSource;
}

/** Nothing is started before `start`. */
export function createWorkerEngineClient(owner: WorkerOwner = globalThis): EngineClient {
  const state = createStore<EngineState>(() => ({ phase: "loading", progress: undefined }));
  const enter = (next: EngineState) => state.setState(next, true);
  const isReady = () => state.getState().phase === "ready";
  const workerRequests = createWorkerRequests();
  let engine: Engine | undefined;
  let budget = createRestartBudget(3, 60_000);
  let pending: PendingRead | undefined;

  const stop = () => {
    engine?.connection.close();
    engine = undefined;
  };
  const fail = (failure: FailureValue) => {
    stop();
    enter({ phase: "failed", failure });
  };

  /** `gpuLost`: the worker before this one died on WebGPU. */
  const launch = async ({ device, model }: Choice, { restarting, gpuLost }: { restarting: boolean; gpuLost: boolean }) => {
    stop();
    let usedDevice: Device | undefined;
    const recover = () => {
      if (engine !== mine) return;
      const attempt = budget.spend(Date.now());
      if (attempt === undefined) {
        fail(CRASHED);
        return;
      }
      enter({ phase: "restarting", attempt });
      const lostNow = usedDevice === "webgpu";
      void launch({ device: lostNow ? "wasm" : device, model }, { restarting: true, gpuLost: gpuLost || lostNow });
    };
    const mine: Engine = { connection: connectWorker(recover, owner), recover };
    engine = mine;

    const onProgress = (progress: LoadProgress) => {
      if (engine === mine && !restarting) enter({ phase: "loading", progress });
    };
    try {
      const { api } = mine.connection;
      const loaded = await api.load({ model, device }, proxy(onProgress));
      if (engine !== mine) return;
      void workerRequests.ask(api);
      if (!loaded.ok) {
        fail(loaded.failure);
        return;
      }
      usedDevice = loaded.value.device;
      enter({ phase: "ready", info: gpuLost ? { ...loaded.value, fallbackReason: GPU_LOST } : loaded.value });
      if (pending) void send(pending, mine);
    } catch {
      recover(); // a bug in the worker: it can't be trusted to go on
    }
  };

  const send = async (reading: PendingRead, to: Engine) => {
    const watch = watchStall(to.recover);
    const onProgress = (progress: ReadProgress) => {
      watch.beat();
      if (pending === reading) reading.onProgress(progress);
    };
    try {
      const result = await to.connection.api.read(reading.request, proxy(onProgress));
      if (!result.ok && result.failure.code === "engine-crashed") to.recover();
      else if (pending === reading) finish(result);
    } catch {
      to.recover();
    } finally {
      watch.stop();
    }
  };

  const finish = (result: Result<ReadOutcome>) => {
    pending?.settle(result);
    pending = undefined;
  };
  const supersede = () => {
    if (pending) finish({ ok: true, value: { kind: "superseded", revision: pending.request.revision } });
  };

  return {
    state,
    start(device, model) {
      if (!isSecureContext) {
        fail(INSECURE);
        return;
      }
      budget = createRestartBudget(3, 60_000);
      enter({ phase: "loading", progress: undefined });
      void launch({ device, model }, { restarting: false, gpuLost: false });
    },
    read(request, onProgress) {
      supersede();
      return new Promise((settle) => {
        pending = { request, onProgress, settle };
        if (engine && isReady()) void send(pending, engine);
      });
    },
    cancel() {
      supersede();
      if (engine && isReady()) void engine.connection.api.cancel();
    },
    requests: () => workerRequests.ask(engine?.connection.api),
  };
}
