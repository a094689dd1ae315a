import { expect, test } from "vitest";
import { createRestartBudget } from "../../src/app/restart-budget.ts";

test("gives so many restarts within the time, and new ones when it has passed", () => {
  const budget = createRestartBudget(3, 60_000);
  expect([0, 10_000, 20_000, 30_000, 59_999].map((at) => budget.spend(at))).toEqual([1, 2, 3, undefined, undefined]);
  expect(budget.spend(60_000)).toBe(3); // the first one no longer counts
  expect(budget.spend(60_001)).toBeUndefined();
});
