/** A cap on what calls may cost together. A call is let through only when its estimate still fits. */

import { TeacherFailure } from "./teacher-failure.ts";
import type { Cost } from "./cost.ts";

export interface Budget {
  /** Holds the estimate back until `settle`. @throws TeacherFailure `teacher-budget` */
  reserve(estimate: Cost): Reservation;
  readonly spentUsd: number;
}

export interface Reservation {
  /** What the call did cost; unknown counts as the estimate. */
  settle(actual: Cost): void;
}

const usdOf = (cost: Cost): number => (cost.kind === "usd" ? cost.usd : 0);

/** `limitUsd` undefined: no cap, only the count. `spentBeforeUsd` counts towards it. */
export function createBudget(limitUsd: number | undefined, spentBeforeUsd = 0): Budget {
  let spentUsd = spentBeforeUsd;
  let heldUsd = 0;
  return {
    reserve(estimate) {
      if (limitUsd !== undefined && estimate.kind === "unknown") {
        throw new TeacherFailure("teacher-budget", "The price of this model is unknown, so a budget can't be held. Choose a model of the price list, or go on without a budget.");
      }
      const usd = usdOf(estimate);
      if (limitUsd !== undefined && spentUsd + heldUsd + usd > limitUsd) {
        throw new TeacherFailure("teacher-budget", `The next call could go over the budget of $${limitUsd}. Raise it to go on.`);
      }
      heldUsd += usd;
      let open = true;
      return {
        settle(actual) {
          if (!open) return;
          open = false;
          heldUsd -= usd;
          spentUsd += actual.kind === "unknown" ? usd : usdOf(actual);
        },
      };
    },
    get spentUsd() {
      return spentUsd;
    },
  };
}
