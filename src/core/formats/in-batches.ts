/** Long lists in pieces: what is made of one takes a few milliseconds. */

const BATCH = 250;

export function* inBatches<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += BATCH) yield list.slice(at, at + BATCH);
}
