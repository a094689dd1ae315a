import { noteOffset, type Mention } from "../../src/core/types.ts";

/** A mention for tests that care about where it is only. */
export function mention(start: number, end: number, rest: Partial<Mention> = {}): Mention {
  return { start: noteOffset(start), end: noteOffset(end), type: "symptom", assertion: "present", score: 0.9, ...rest };
}
