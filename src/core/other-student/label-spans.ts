/** From a label a word to labelled spans. A word's label is that of its first token: most such networks learned no other. */

import type { TokenSpan } from "./align-tokens.ts";
import type { Label } from "./label-scheme.ts";

/** A run of letters and digits, or a single other sign. */
export interface LabelWord {
  /** Index of its first token. */
  readonly token: number;
  readonly start: number;
  readonly end: number;
}

export interface LabelledWord extends LabelWord {
  readonly label: Label;
  /** Of the label, 0 to 1. */
  readonly probability: number;
}

/** A span as the network names it, before its name is mapped to a type of ours. */
export interface NamedSpan {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Mean over its words of their labels' probabilities, 0 to 1. Not calibrated. */
  readonly score: number;
}

const isWordCharacter = (text: string, at: number): boolean => /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2));
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** Tokens without a span belong to no word. In order and disjoint. */
export function labelWords(text: string, spans: readonly (TokenSpan | undefined)[]): LabelWord[] {
  const words: { token: number; start: number; end: number }[] = [];
  spans.forEach((span, token) => {
    if (span === undefined) return;
    const word = words.at(-1);
    if (word !== undefined && goesOn(text, word.end, span)) word.end = Math.max(word.end, span.end);
    else words.push({ token, start: span.start, end: span.end });
  });
  return words;
}

function goesOn(text: string, wordEnd: number, { start }: TokenSpan): boolean {
  if (start < wordEnd) return true; // both hold a part of one character
  if (start > wordEnd) return false;
  return isWordCharacter(text, isLow(text, start - 1) ? start - 2 : start - 1) && isWordCharacter(text, start);
}

/** In order and disjoint. Lenient as conlleval is: an inside without a begin begins. A scheme without parts ends a mention at a line's end. */
export function spansOf(text: string, words: readonly LabelledWord[]): NamedSpan[] {
  const spans: NamedSpan[] = [];
  let open: { start: number; end: number; name: string; sum: number; words: number } | undefined;
  const close = () => {
    if (open !== undefined) spans.push({ start: open.start, end: open.end, name: open.name, score: open.sum / open.words });
    open = undefined;
  };
  for (const { start, end, label, probability } of words) {
    const { name, part } = label;
    const joins = open?.name === name && (part === "inside" || part === "end" || (part === "plain" && !text.slice(open.end, start).includes("\n")));
    if (!joins) close();
    if (part === "outside") continue;
    open = open === undefined ? { start, end, name, sum: probability, words: 1 } : { ...open, end, sum: open.sum + probability, words: open.words + 1 };
    if (part === "end" || part === "single") close();
  }
  close();
  return spans;
}
