/** What a step of a review did, in a line for the screen and the screen reader. */

import { formatCount, formatNumber } from "../words.ts";
import type { ReviewStep, StepKind } from "./review-history.ts";

const DONE: Readonly<Record<StepKind, string>> = {
  accepted: "Accepted",
  rejected: "Rejected",
  changed: "Changed",
  added: "Added",
  withdrawn: "Verdict taken back on",
};

/** "Rejected 14 mentions in 3 notes." */
export function describeStep({ kind, changes }: ReviewStep, turn: "done" | "undone" | "redone"): string {
  let places = 0;
  for (const { taken, put } of changes.values()) places += kind === "changed" ? 1 : Math.max(taken.length, put.length);
  const where = changes.size > 1 ? ` in ${formatCount(changes.size)} notes` : "";
  const did = `${DONE[kind]} ${formatNumber(places, "mention")}${where}.`;
  return turn === "done" ? did : `${turn === "undone" ? "Undone" : "Done again"}: ${did.charAt(0).toLowerCase()}${did.slice(1)}`;
}
