import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchStall } from "../../src/app/stall-watch.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("tells once, after 30 s of silence", () => {
  const onStall = vi.fn();
  watchStall(onStall);
  vi.advanceTimersByTime(29_999);
  expect(onStall).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onStall).toHaveBeenCalledOnce();
});

test("a sign of life starts the time anew; a stopped watch is silent", () => {
  const onStall = vi.fn();
  const watch = watchStall(onStall);
  vi.advanceTimersByTime(25_000);
  watch.beat();
  vi.advanceTimersByTime(25_000);
  expect(onStall).not.toHaveBeenCalled();
  watch.stop();
  vi.advanceTimersByTime(60_000);
  expect(onStall).not.toHaveBeenCalled();
});
