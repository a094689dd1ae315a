/** Entry of the worker. Started by src/app/start-worker.ts, which names it after the lock that it holds while it lives. */

import { expose } from "comlink";
import { createEngine } from "./engine.ts";
import { holdLifeLock } from "./life-lock.ts";

expose(createEngine());
holdLifeLock(self.name);
