import type { Clock } from "../../src/app/clock.ts";

export interface FakeClock extends Clock {
  /** Lets `ms` pass: due tasks run in their order, and what they promise is awaited. */
  pass(ms: number): Promise<void>;
}

export function createFakeClock(): FakeClock {
  let nowMs = 1_000_000;
  let tasks: { readonly dueMs: number; readonly task: () => void }[] = [];
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  return {
    now: () => nowMs,
    after(ms, task) {
      const entry = { dueMs: nowMs + ms, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    async pass(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (;;) {
        const next = tasks.filter(({ dueMs }) => dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0];
        if (next === undefined) break;
        tasks = tasks.filter((other) => other !== next);
        nowMs = next.dueMs;
        next.task();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}
