import { expect, test } from "vitest";
import { stepTo } from "../../src/app/walk.ts";
import { mention } from "./mention.ts";

const all = [mention(2, 4), mention(10, 12), mention(20, 30)];

test.each([
  [undefined, "next", 2],
  [undefined, "previous", 20],
  [2, "next", 10],
  [20, "next", 2],
  [2, "previous", 20],
  [15, "next", 20],
  [15, "previous", 10],
  [10, "first", 2],
  [10, "last", 20],
] as const)("from %s, %s", (from, step, to) => expect(stepTo(all, from, step)?.start).toBe(to));

test("among none there is nowhere to go", () => {
  const none: typeof all = [];
  expect(stepTo(none, 3, "next")).toBeUndefined();
});
