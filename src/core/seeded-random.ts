/** A seeded source of numbers, so that what is drawn can be drawn again: mulberry32 (public domain, Tommy Ettinger). */

/** @returns a function that gives uniform numbers in [0, 1); the same seed gives the same run. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
