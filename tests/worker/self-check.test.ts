import { expect, test } from "vitest";
import type { StudentSession } from "../../src/core/student.ts";
import { passesSelfCheck } from "../../src/worker/self-check.ts";

const golden = { ids: [1, 2], shapes: [0, 0], tagLogits: [1, -1], assertionLogits: [0.5, 2], tolerance: 0.01 };

/** A device that answers with these logits. */
const device = (tagLogits: number[], assertionLogits: number[]): StudentSession => ({
  run: () => Promise.resolve({ tagLogits: Float32Array.from(tagLogits), assertionLogits: Float32Array.from(assertionLogits) }),
  release: () => Promise.resolve(),
});

test.each([
  { what: "the same logits", tags: [1, -1], assertions: [0.5, 2], passes: true },
  { what: "within the tolerance", tags: [1.009, -1], assertions: [0.5, 1.991], passes: true },
  { what: "a tag off", tags: [1.02, -1], assertions: [0.5, 2], passes: false },
  { what: "an assertion off", tags: [1, -1], assertions: [0.5, 2.02], passes: false },
  { what: "not a number", tags: [NaN, -1], assertions: [0.5, 2], passes: false },
  { what: "too few logits", tags: [1], assertions: [0.5, 2], passes: false },
  { what: "too many logits", tags: [1, -1, 0], assertions: [0.5, 2], passes: false },
])("$what: $passes", async ({ tags, assertions, passes }) => {
  expect(await passesSelfCheck(device(tags, assertions), golden)).toBe(passes);
});
