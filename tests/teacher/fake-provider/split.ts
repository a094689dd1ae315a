/** Seeded cuts: the same seed cuts the same way. */

import { seededRandom } from "../../../src/core/seeded-random.ts";

/** At most `most` parts that together are the whole; a text's surrogate pairs may be cut. */
export function cutAt<T extends string | Uint8Array>(whole: T, seed: number, most: number): T[] {
  const random = seededRandom(seed);
  const cuts = Array.from({ length: most - 1 }, () => Math.floor(random() * (whole.length + 1))).sort((a, b) => a - b);
  const edges = [0, ...cuts, whole.length];
  return edges.slice(1).map((end, i) => whole.slice(edges[i], end) as T);
}
