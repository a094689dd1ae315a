/** Entry of the worker that runs another student: apart from the engine, since its files are someone else's. Named after the lock that it holds while it lives. */

import { expose } from "comlink";
import { openWebTokenClassifier } from "../../runtime/web-token-classifier.ts";
import { ENGINE_FILES } from "../engine-files.ts";
import { holdLifeLock } from "../life-lock.ts";
import { nextTask } from "../pace.ts";
import { threadCount } from "../threads.ts";
import { createOtherEngine } from "./other-engine.ts";
import type { OtherStudentApi } from "./other-api.ts";

const threads = threadCount(navigator.hardwareConcurrency, crossOriginIsolated);
const engine = createOtherEngine({
  openClassifier: (files, facts) => openWebTokenClassifier({ ...files, threads, mjs: ENGINE_FILES.wasm.mjs }, facts),
  threads,
  nowMs: () => performance.now(),
  nextTask,
});
const alive = holdLifeLock(self.name);

expose({
  ...engine,
  // Whatever may kill this worker must find the page watching.
  inspect: (files) => alive.then(() => engine.inspect(files)),
} satisfies OtherStudentApi);
