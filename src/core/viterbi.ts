/** The best valid tag sequence. Tag 0 is O; type k has B at 1 + 2k and I at 2 + 2k (manifest.ts, TAGS). */

import { TAGS } from "./manifest.ts";

export const OUTSIDE = 0;
export const isBegin = (tag: number): boolean => tag % 2 === 1;
/** Of a B or I tag. */
export const typeIndexOf = (tag: number): number => (tag - 1) >> 1;
const isInside = (tag: number): boolean => tag > 0 && tag % 2 === 0;

/**
 * What a mention costs that begins right behind one of its own type, without a word between, in logits. Two pieces of
 * one mention ("recurrent | inguinal hernia") are far more frequent than two such neighbours (training/LOG.md).
 */
export const ADJACENCY_COST = 1;

/**
 * words × tags logits to one tag a word: the sequence with the highest sum in which I-x follows B-x or I-x alone, and
 * each B-x after B-x or I-x costs ADJACENCY_COST. The lower tag wins a tie. Anything that is not a number counts as minus infinity.
 */
export function bestTags(logits: Float64Array): Uint8Array {
  const width = TAGS.length;
  const words = logits.length / width;
  const back = new Uint8Array(words * width);
  let score = new Float64Array(width);
  let next = new Float64Array(width);
  for (let word = 0; word < words; word++) {
    const bestBefore = argmax(score);
    for (let tag = 0; tag < width; tag++) {
      const logit = logits[word * width + tag] ?? NaN;
      const from = isInside(tag) ? better(score, tag - 1, tag) : isBegin(tag) ? argmax(score.map((sum, before) => sum - adjacency(before, tag))) : bestBefore;
      const before = word > 0 ? (score[from] ?? 0) - adjacency(from, tag) : isInside(tag) ? -Infinity : 0;
      next[tag] = before + (Number.isNaN(logit) ? -Infinity : logit);
      back[word * width + tag] = from;
    }
    [score, next] = [next, score];
  }
  const tags = new Uint8Array(words);
  for (let word = words - 1, tag = argmax(score); word >= 0; word--) {
    tags[word] = tag;
    tag = back[word * width + tag] ?? OUTSIDE;
  }
  return tags;
}

const adjacency = (before: number, tag: number): number => (isBegin(tag) && (before === tag || before === tag + 1) ? ADJACENCY_COST : 0);

const better = (score: Float64Array, a: number, b: number): number => ((score[b] ?? -Infinity) > (score[a] ?? -Infinity) ? b : a);

function argmax(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) best = better(values, best, i);
  return best;
}
