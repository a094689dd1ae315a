/** How often a dying worker is started again before we say so. */

export interface RestartBudget {
  /** Takes one restart. @returns which one it is within the time, from 1; undefined when there is none left. */
  spend(nowMs: number): number | undefined;
}

export function createRestartBudget(limit: number, withinMs: number): RestartBudget {
  let spent: number[] = [];
  return {
    spend(nowMs) {
      spent = spent.filter((at) => nowMs - at < withinMs);
      if (spent.length >= limit) return undefined;
      return spent.push(nowMs);
    },
  };
}
