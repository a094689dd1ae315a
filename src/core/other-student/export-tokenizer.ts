/** tokenizer.json of a Hugging Face export, checked for what is used before it is handed to the tokeniser. */

import * as v from "valibot";
import { Failure } from "../failure.ts";
import { shown } from "./export-config.ts";
import type { TokenizerParts } from "./token-style.ts";

const text = v.nullish(v.string());
const id = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const tokenizerSchema = v.looseObject({
  model: v.looseObject({
    type: v.optional(v.string()),
    vocab: v.union([v.record(v.string(), id), v.array(v.looseTuple([v.string(), v.number()]))]),
    merges: v.optional(v.array(v.union([v.string(), v.tuple([v.string(), v.string()])]))),
    unk_token: text,
    unk_id: v.nullish(id),
    continuing_subword_prefix: text,
    continuing_subword_suffix: text,
    end_of_word_suffix: text,
    byte_fallback: v.nullish(v.boolean()),
  }),
  added_tokens: v.optional(v.array(v.looseObject({ id, content: v.string() })), []),
  normalizer: v.optional(v.unknown(), null),
  pre_tokenizer: v.optional(v.unknown(), null),
  post_processor: v.optional(v.unknown(), null),
  decoder: v.optional(v.unknown(), null),
});

export type ExportTokenizer = v.InferOutput<typeof tokenizerSchema> & TokenizerParts;

const KINDS = ["WordPiece", "BPE", "Unigram", "WordLevel"];

/** Optional parts are there and null, the kind is said. @throws Failure `model-corrupt`, `model-unsupported` */
export function parseExportTokenizer(json: unknown): ExportTokenizer {
  const parsed = v.safeParse(tokenizerSchema, json);
  if (!parsed.success) throw new Failure("model-corrupt", `The tokenizer.json is not one of Hugging Face's tokenizers: ${v.getDotPath(parsed.issues[0])?.split(".").slice(0, 2).join(".") ?? "it"} is not as it should be. Save the tokenizer again.`);
  const { model } = parsed.output;
  const isList = Array.isArray(model.vocab);
  const type = model.type ?? (isList ? "Unigram" : model.merges !== undefined ? "BPE" : model.continuing_subword_prefix === undefined ? "WordLevel" : "WordPiece");
  if (!KINDS.includes(type)) throw new Failure("model-unsupported", `The tokenizer is of the kind ${shown(type)}, which can't be run here. Models with ${KINDS.join(", ")} can.`);
  if (isList !== (type === "Unigram") || (type === "BPE" && model.merges === undefined)) throw new Failure("model-corrupt", `The tokenizer.json says ${type}, but its vocabulary is none of that kind. Save the tokenizer again.`);
  if (type === "Unigram" && typeof model.unk_id !== "number") throw new Failure("model-unsupported", "The tokenizer.json has no token for unknown text (unk_id). Save the tokenizer with one.");
  return { ...parsed.output, model: { ...model, type } };
}

/** Entries of the vocabulary, added tokens not counted. */
export const vocabularySize = ({ model: { vocab } }: ExportTokenizer): number => (Array.isArray(vocab) ? vocab.length : Object.keys(vocab).length);
