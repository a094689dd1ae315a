/** Another student reads a note: tokens, windows, the network, a label a word, spans. */

import { alignTokens, type TokenSpan } from "./align-tokens.ts";
import type { LabelScheme } from "./label-scheme.ts";
import { labelWords, spansOf, type LabelledWord, type NamedSpan } from "./label-spans.ts";
import { notePieces, notePiecesByWord } from "./note-pieces.ts";
import type { TokenStyle } from "./token-style.ts";
import { tokenWindows } from "./windows.ts";

export interface OtherTokenizer {
  readonly style: TokenStyle;
  /** Ids before and behind every input ([CLS], [SEP]). */
  readonly frame: { readonly before: readonly number[]; readonly after: readonly number[] };
  /** Without the frame; as many ids as tokens. */
  encode(text: string): { readonly ids: readonly number[]; readonly tokens: readonly string[] };
}

export interface TokenClassifier {
  /** Logits of one input, T × labels, row-major. One at a time. */
  run(ids: readonly number[]): Promise<Float32Array>;
  release(): Promise<void>;
}

export interface OtherStudent {
  readonly tokenizer: OtherTokenizer;
  readonly classifier: TokenClassifier;
  readonly scheme: LabelScheme;
  /** Tokens of an input, the frame included. */
  readonly maxTokens: number;
}

export interface OtherProgress {
  readonly doneWindows: number;
  readonly totalWindows: number;
}

/** Tells before each step, so that the caller can stop between two. Returns the spans, in order and disjoint. */
export async function* readWithOther(note: string, { tokenizer, classifier, scheme, maxTokens }: OtherStudent): AsyncGenerator<OtherProgress, NamedSpan[]> {
  const ids: number[] = [];
  const spans: (TokenSpan | undefined)[] = [];
  const known = new Map<string, { readonly ids: readonly number[]; readonly spans: readonly (TokenSpan | undefined)[] }>();
  let steps = 0;
  for (const { start, text } of tokenizer.style.byWord ? notePiecesByWord(note) : notePieces(note)) {
    if (steps++ % (tokenizer.style.byWord ? 2_000 : 10) === 0) yield { doneWindows: 0, totalWindows: 0 };
    let read = known.get(text);
    if (read === undefined) {
      const encoded = tokenizer.encode(text);
      read = { ids: encoded.ids, spans: alignTokens(text, encoded.tokens, tokenizer.style) };
      if (tokenizer.style.byWord) known.set(text, read);
    }
    for (const id of read.ids) ids.push(id);
    for (const span of read.spans) spans.push(span && { start: start + span.start, end: start + span.end });
  }

  const { before, after } = tokenizer.frame;
  const windows = tokenWindows(ids.length, maxTokens - before.length - after.length);
  const words = labelWords(note, spans);
  const labelled: LabelledWord[] = [];
  let next = 0;
  for (const [i, { start, end, takeTo }] of windows.entries()) {
    yield { doneWindows: i, totalWindows: windows.length };
    const logits = await classifier.run([...before, ...ids.slice(start, end), ...after]);
    for (let word = words[next]; word !== undefined && word.token < takeTo; word = words[++next]) {
      const row = (before.length + word.token - start) * scheme.length;
      const { best, probability } = likeliest(logits.subarray(row, row + scheme.length));
      labelled.push({ ...word, label: scheme[best] ?? { name: "", part: "outside" }, probability });
    }
  }
  return spansOf(note, labelled);
}

/** The greatest of these logits and its share of the softmax. */
function likeliest(logits: Float32Array): { readonly best: number; readonly probability: number } {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if ((logits[i] ?? -Infinity) > (logits[best] ?? -Infinity)) best = i;
  const top = logits[best] ?? 0;
  return { best, probability: 1 / logits.reduce((sum, logit) => sum + Math.exp(logit - top), 0) };
}
