import { expect, test } from "vitest";
import { threadCount } from "../../src/worker/threads.ts";

test.each([
  { cores: 1, isolated: true, threads: 1 },
  { cores: 2, isolated: true, threads: 2 },
  { cores: 4, isolated: true, threads: 2 },
  { cores: 6, isolated: true, threads: 3 },
  { cores: 8, isolated: true, threads: 4 },
  { cores: 64, isolated: true, threads: 4 },
  { cores: 64, isolated: false, threads: 1 },
])("$cores cores, isolated $isolated: $threads threads", ({ cores, isolated, threads }) => {
  expect(threadCount(cores, isolated)).toBe(threads);
});
