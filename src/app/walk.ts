import type { Mention } from "../core/types.ts";

export type Step = "next" | "previous" | "first" | "last";

/**
 * Where a step leads from the mention that starts at `from` (UTF-16 offset; it need not be among the mentions, which are
 * in order). Goes round at the ends. Undefined when there are no mentions.
 */
export function stepTo(mentions: readonly Mention[], from: number | undefined, step: Step): Mention | undefined {
  const first = mentions[0];
  const last = mentions[mentions.length - 1];
  if (step === "first") return first;
  if (step === "last") return last;
  if (from === undefined) return step === "next" ? first : last;
  if (step === "next") return mentions.find((mention) => mention.start > from) ?? first;
  return mentions.findLast((mention) => mention.start < from) ?? last;
}
