import type { Mention } from "../core/types.ts";

export type Step = "next" | "previous" | "first" | "last";

/**
 * Where a step leads from the mention that starts at `from` (UTF-16 offset). From one of the mentions it goes along their
 * order, whatever that is; from elsewhere to the nearest in the note. Goes round at the ends. Undefined when there are none.
 */
export function stepTo<M extends Pick<Mention, "start">>(mentions: readonly M[], from: number | undefined, step: Step): M | undefined {
  const first = mentions[0];
  const last = mentions[mentions.length - 1];
  if (step === "first") return first;
  if (step === "last") return last;
  if (from === undefined) return step === "next" ? first : last;
  const at = mentions.findIndex(({ start }) => start === from);
  if (at >= 0) return mentions[at + (step === "next" ? 1 : -1)] ?? (step === "next" ? first : last);
  if (step === "next") return mentions.find(({ start }) => start > from) ?? first;
  return mentions.findLast(({ start }) => start < from) ?? last;
}
