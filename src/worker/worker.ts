/** Entry of the worker. Started by src/app/start-worker.ts, which names it after the lock that it holds while it lives. */

import { expose } from "comlink";
import type { EngineApi } from "./api.ts";
import { createEngine } from "./engine.ts";
import { holdLifeLock } from "./life-lock.ts";

const engine = createEngine();
const alive = holdLifeLock(self.name);

expose({
  ...engine,
  // Whatever may kill this worker must find the page watching.
  load: (request, onProgress) => alive.then(() => engine.load(request, onProgress)),
} satisfies EngineApi);
