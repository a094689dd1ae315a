/** Seeded cuts: the same seed cuts the same way. */

/** A small generator (mulberry32): 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** At most `most` parts that together are the whole; a text's surrogate pairs may be cut. */
export function cutAt<T extends string | Uint8Array>(whole: T, seed: number, most: number): T[] {
  const random = seeded(seed);
  const cuts = Array.from({ length: most - 1 }, () => Math.floor(random() * (whole.length + 1))).sort((a, b) => a - b);
  const edges = [0, ...cuts, whole.length];
  return edges.slice(1).map((end, i) => whole.slice(edges[i], end) as T);
}
