import { describe, expect, test } from "vitest";
import { openWorkspace } from "./open-workspace.ts";

const many = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `${i}`, text: `note ${i} fever` }));

describe("the queue", () => {
  test("tells how far it is and how long it takes", async () => {
    const { workspace, engine, clock } = openWorkspace();
    workspace.add([{ name: "open", text: "open" }, ...many(10)]);
    await clock.pass(0);
    engine.finish(); // the open one
    for (let i = 0; i < 5; i++) {
      await clock.pass(500);
      engine.finish();
    }
    await clock.pass(100);
    expect(workspace.store.getState().queue).toMatchObject({ phase: "running", done: 5, total: 10 });
    const { queue } = workspace.store.getState();
    expect(queue.phase === "running" && Math.round((queue.timeLeftMs ?? 0) / 100)).toBe(25);
  });

  test("the open note wins, and the one that gave way is read next", async () => {
    const { workspace, engine, clock, type } = openWorkspace();
    workspace.add(many(3));
    await clock.pass(0);
    engine.finish();
    await clock.pass(100);
    expect(engine.pending()).toBe("note 1 fever");
    type("note 0 no fever");
    await clock.pass(200);
    expect(engine.pending()).toBe("note 0 no fever");
    engine.finish();
    await clock.pass(0);
    expect(engine.pending()).toBe("note 1 fever");
  });

  test("pause, resume, cancel, and resume again", async () => {
    const { workspace, engine, clock, readAll } = openWorkspace();
    workspace.add(many(4));
    await clock.pass(0);
    engine.finish();
    await clock.pass(100);
    workspace.pause();
    await clock.pass(100);
    expect(engine.pending()).toBeUndefined();
    expect(workspace.store.getState().queue).toMatchObject({ phase: "paused", done: 0, total: 3 });
    workspace.resume();
    await clock.pass(0);
    engine.finish();
    await clock.pass(100);
    workspace.cancel();
    await clock.pass(100);
    expect(workspace.store.getState()).toMatchObject({ queue: { phase: "idle" }, entries: [{ reading: "read" }, { reading: "read" }, { reading: "waiting" }, { reading: "waiting" }] });
    workspace.resume();
    await readAll();
    expect(workspace.store.getState().entries.every(({ reading }) => reading === "read")).toBe(true);
  });

  test("a note on which the engine dies twice is given up; the others are read, and it can be tried again", async () => {
    const { workspace, engine, clock, readAll, named } = openWorkspace();
    workspace.add(many(3));
    await clock.pass(0);
    engine.finish();
    await clock.pass(0);
    engine.crash();
    engine.crash();
    await readAll();
    expect(workspace.store.getState().entries.map(({ reading }) => reading)).toEqual(["read", "failed", "read"]);
    workspace.readAgain([named("1").id]);
    await readAll();
    expect(named("1")).toMatchObject({ reading: "read", mentions: 1 });
  });

  test("nothing is asked of an engine that is not ready", async () => {
    const { workspace, engine, clock } = openWorkspace({ phase: "loading", progress: undefined });
    workspace.add([{ name: "", text: "" }, ...many(2)]);
    await clock.pass(1000);
    expect(engine.asked).toEqual([]);
  });

  test("thousands of notes cost the screen few updates", async () => {
    const { workspace, engine, clock } = openWorkspace();
    let told = 0;
    workspace.store.subscribe(() => told++);
    workspace.add(many(3_000));
    await clock.pass(0);
    while (engine.pending() !== undefined) {
      engine.finish();
      await clock.pass(1);
    }
    await clock.pass(100);
    expect(told).toBeLessThan(50);
    expect(workspace.records().every(({ reading }) => reading !== undefined)).toBe(true);
  });
});
