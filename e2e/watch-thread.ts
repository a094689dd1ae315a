/** What keeps the page's thread busy, and what its core is worth meanwhile. */

import type { Page } from "@playwright/test";

export interface Watch {
  /** Durations of the tasks that kept the page's thread busy for more than 50 ms. */
  readonly tasks: number[];
  /** How many times longer a fixed piece of work took, now and then, than before the note came. */
  readonly slowdowns: number[];
}

/**
 * Watches the page's thread from now on. The cores are shared with the reading itself and with whatever else the
 * machine does, so a task's time alone says little: a fixed piece of work, timed beside it, says what a core is worth.
 */
export async function watchThread(page: Page): Promise<() => Promise<Watch>> {
  await page.evaluate(() => {
    const watch: { tasks: number[]; slowdowns: number[] } = { tasks: [], slowdowns: [] };
    const fixedWorkMs = () => {
      const start = performance.now();
      let sum = 0;
      for (let i = 0; i < 4_000_000; i++) sum += Math.sqrt(i ^ sum);
      return sum === -1 ? 0 : performance.now() - start;
    };
    const quietMs = Math.min(...Array.from({ length: 20 }, fixedWorkMs));
    Object.assign(globalThis, { watch });
    new PerformanceObserver((list) => watch.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
    setInterval(() => watch.slowdowns.push(fixedWorkMs() / quietMs), 300);
  });
  return () => page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch);
}
