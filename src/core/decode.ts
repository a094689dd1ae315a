/** Logits of one chunk to mentions, counted in words of the chunk. training/chartlight/decode.py does the same. */

import { TAGS } from "./manifest.ts";
import { NO_WORD } from "./note-tokens.ts";
import type { StudentOutput } from "./student.ts";
import { ASSERTIONS, ENTITY_TYPES, type Assertion, type EntityType } from "./types.ts";
import { bestTags, isBegin, OUTSIDE, typeIndexOf } from "./viterbi.ts";

/** A mention by word numbers from the chunk's first word (context included), so that it holds wherever the chunk stands. */
export interface ChunkMention {
  readonly firstWord: number;
  /** Exclusive. */
  readonly endWord: number;
  readonly type: EntityType;
  readonly assertion: Assertion;
  readonly score: number;
}

export interface ChunkLayout {
  /** Word of each token of the input, counted from the chunk's first word; NO_WORD for frame and break tokens. */
  readonly word: Int32Array;
  readonly words: number;
  /** The words that the chunk owns, counted likewise. */
  readonly coreFirst: number;
  readonly coreEnd: number;
}

export interface DecodeOptions {
  /** As in the manifest. */
  readonly tagTemperature: number;
  /** Those that the guideline labels; no other is found. */
  readonly types: readonly EntityType[];
}

/** Mentions that touch the core, in order. @throws RangeError when the sizes do not fit */
export function decodeChunk(output: StudentOutput, layout: ChunkLayout, { tagTemperature, types }: DecodeOptions): ChunkMention[] {
  const tagLogits = wordMeans(output.tagLogits, TAGS.length, layout).map((logit, i) => (isOf(types, i % TAGS.length) ? logit : -Infinity));
  const assertionLogits = wordMeans(output.assertionLogits, ASSERTIONS.length, layout);
  const tags = bestTags(tagLogits);
  const mentions: ChunkMention[] = [];
  for (let firstWord = 0; firstWord < tags.length; ) {
    const tag = tags[firstWord] ?? OUTSIDE;
    let endWord = firstWord + 1;
    if (isBegin(tag)) {
      while (tags[endWord] === tag + 1) endWord++;
      const type = ENTITY_TYPES[typeIndexOf(tag)];
      if (type !== undefined && firstWord < layout.coreEnd && endWord > layout.coreFirst) {
        const score = mentionScore(tagLogits, { firstWord, endWord, tag }, tagTemperature);
        mentions.push({ firstWord, endWord, type, assertion: bestAssertion(assertionLogits.subarray(firstWord * ASSERTIONS.length, endWord * ASSERTIONS.length), type), score });
      }
    }
    firstWord = endWord;
  }
  return mentions;
}

const isOf = (types: readonly EntityType[], tag: number): boolean => tag === OUTSIDE || types.some((type) => ENTITY_TYPES[typeIndexOf(tag)] === type);

/** T × width logits to words × width: the mean over a word's pieces. */
function wordMeans(logits: Float32Array, width: number, { word, words }: ChunkLayout): Float64Array {
  if (logits.length !== word.length * width) throw new RangeError(`${logits.length} logits for ${word.length} tokens of ${width}`);
  const means = new Float64Array(words * width);
  const pieces = new Int32Array(words);
  for (const [token, owner] of word.entries()) {
    if (owner === NO_WORD) continue;
    pieces[owner] = (pieces[owner] ?? 0) + 1;
    for (let k = 0; k < width; k++) means[owner * width + k] = (means[owner * width + k] ?? 0) + (logits[token * width + k] ?? 0);
  }
  return means.map((sum, i) => sum / (pieces[Math.floor(i / width)] ?? 1));
}

/** Mean over the words, best class. Only a medication can be an allergy. `logits`: words × assertions. */
function bestAssertion(logits: Float64Array, type: EntityType): Assertion {
  let best: Assertion = ASSERTIONS[0];
  let bestSum = -Infinity;
  for (const [k, assertion] of ASSERTIONS.entries()) {
    if (assertion === "allergy" && type !== "medication") continue;
    let sum = 0;
    for (let i = k; i < logits.length; i += ASSERTIONS.length) sum += logits[i] ?? 0;
    if (sum > bestSum) [best, bestSum] = [assertion, sum];
  }
  return best;
}

/** docs/architecture.md, "Score". `tag` is the mention's B tag. */
function mentionScore(tagLogits: Float64Array, mention: { firstWord: number; endWord: number; tag: number }, temperature: number): number {
  let score = probability(tagLogits, mention.firstWord, mention.tag, temperature);
  for (let word = mention.firstWord + 1; word < mention.endWord; word++) score *= probability(tagLogits, word, mention.tag + 1, temperature);
  const hasNext = mention.endWord * TAGS.length < tagLogits.length;
  return hasNext ? score * (1 - probability(tagLogits, mention.endWord, mention.tag + 1, temperature)) : score;
}

/** Of one tag of one word. */
function probability(tagLogits: Float64Array, word: number, tag: number, temperature: number): number {
  const row = tagLogits.subarray(word * TAGS.length, (word + 1) * TAGS.length);
  const own = row[tag] ?? -Infinity;
  return 1 / row.reduce((sum, logit) => sum + Math.exp((logit - own) / temperature), 0);
}
