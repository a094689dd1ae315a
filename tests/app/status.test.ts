import { describe, expect, test } from "vitest";
import type { EngineState } from "../../src/app/engine-client.ts";
import { describeStatus } from "../../src/app/status.ts";
import { secondsLeft } from "../../src/app/time-left.ts";

const ready: EngineState = {
  phase: "ready",
  info: { modelName: "student-1", modelVersion: "1", device: "wasm", threads: 2, loadMs: 900 },
};
const pace = { chunks: 3, inferredChunks: 3, words: 590, latencyMs: 500 };
const provenance = { kind: "student", name: "student-1", version: "1" } as const;
const done = { phase: "done", provenance, pace } as const;
const say = (engine: EngineState, reading: Parameters<typeof describeStatus>[0]["note"]["reading"], seconds?: number) =>
  describeStatus({ engine, note: { reading, mentions: [] }, secondsLeft: seconds });

describe("describeStatus", () => {
  test("a note that went through the network tells its pace", () =>
    expect(say(ready, done).text).toBe("done · 0 mentions · 1,180 words a second · WASM, 2 threads"));
  test("a note that was partly known does not", () =>
    expect(say(ready, { ...done, pace: { ...pace, inferredChunks: 1 } }).text).toBe("done · 0 mentions · 500 ms · WASM, 2 threads"));
  test("a finding that was kept tells neither pace nor device", () =>
    expect(say(ready, { ...done, pace: undefined }).text).toBe("done · 0 mentions · read before"));
  test("loading tells bytes and time, and that a note waits", () => {
    const engine: EngineState = {
      phase: "loading",
      progress: { step: "files", loadedBytes: 6e6, totalBytes: 24e6, fromCache: false },
    };
    const status = say(engine, { phase: "reading", doneChunks: 0, totalChunks: 0 }, 4);
    expect(status).toEqual({ state: "loading", text: "loading the model · 6.0 MB of 24.0 MB · 4 s left · your note comes next", progress: 0.25 });
  });
  test("reading tells how far", () =>
    expect(say(ready, { phase: "reading", doneChunks: 5, totalChunks: 12 }).text).toBe("reading · 41 %"));
});

test("the time left follows the pace", () => {
  expect(secondsLeft({ atMs: 0, loadedBytes: 0 }, { atMs: 2000, loadedBytes: 4e6 }, 10e6)).toBe(3);
  expect(secondsLeft({ atMs: 0, loadedBytes: 0 }, { atMs: 100, loadedBytes: 4e6 }, 10e6)).toBeUndefined();
});
