/** config.json and tokenizer_config.json of a Hugging Face export, as far as they are used. */

import * as v from "valibot";
import { Failure } from "../failure.ts";

export interface ExportConfig {
  /** "roberta", "bert", …; "unknown" where the file does not say. */
  readonly modelType: string;
  /** One a class, in the network's order. */
  readonly labels: readonly string[];
  /** The longest input that the network may be given, its frame tokens included. */
  readonly maxTokens: number;
  /** What the first position is called. RoBERTa and its kin count from behind the padding's id. */
  readonly firstPosition: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const configSchema = v.object({
  model_type: v.optional(v.string(), "unknown"),
  architectures: v.nullish(v.array(v.string())),
  id2label: v.nullish(v.record(v.string(), v.string())),
  label2id: v.nullish(v.record(v.string(), count)),
  max_position_embeddings: v.nullish(v.number()),
  pad_token_id: v.nullish(v.number()),
});
const tokenizerConfigSchema = v.object({ model_max_length: v.nullish(v.number()) });

/** Longer inputs cost the square of their length in memory, and few such networks saw any in training. */
const MOST_TOKENS = 512;
const FEWEST_TOKENS = 16;
const COUNT_FROM_PADDING = ["roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "longformer", "mpnet", "roberta-prelayernorm", "luke", "xmod", "data2vec-text", "ibert"];

/** `tokenizerConfig`: undefined where there is none. @throws Failure `model-corrupt`, `model-unsupported` */
export function parseExportConfig(config: unknown, tokenizerConfig: unknown): ExportConfig {
  const parsed = v.safeParse(configSchema, config);
  if (!parsed.success) throw new Failure("model-corrupt", `The config.json is not one of a Hugging Face model: ${v.getDotPath(parsed.issues[0]) ?? "it"} is not as it should be. Export the model again.`);
  const { model_type: modelType, architectures, id2label, label2id, max_position_embeddings: positions, pad_token_id: padding } = parsed.output;
  const wrong = architectures?.find((name) => !name.endsWith("ForTokenClassification"));
  if (wrong !== undefined && !architectures?.some((name) => name.endsWith("ForTokenClassification"))) {
    throw new Failure("model-unsupported", `The config.json says that the model is a ${shown(wrong)}. Only models for token classification can mark a note.`);
  }
  const firstPosition = COUNT_FROM_PADDING.includes(modelType) ? (padding ?? 1) + 1 : 0;
  const fromTokenizer = v.safeParse(tokenizerConfigSchema, tokenizerConfig);
  const limits = [positions === undefined || positions === null || positions <= 0 ? undefined : positions - firstPosition, fromTokenizer.success ? fromTokenizer.output.model_max_length : undefined];
  const maxTokens = Math.floor(Math.min(MOST_TOKENS, ...limits.flatMap((limit) => limit ?? [])));
  if (maxTokens < FEWEST_TOKENS) throw new Failure("model-unsupported", `The network reads ${maxTokens} tokens at a time by its config.json: too few for a note. Export a model with a longer input.`);
  return { modelType, labels: labelsOf(id2label, label2id), maxTokens, firstPosition };
}

function labelsOf(id2label: Readonly<Record<string, string>> | null | undefined, label2id: Readonly<Record<string, number>> | null | undefined): readonly string[] {
  const rows = id2label ? Object.entries(id2label).map(([id, label]) => [Number(id), label] as const) : Object.entries(label2id ?? {}).map(([label, id]) => [id, label] as const);
  const labels = rows.sort(([a], [b]) => a - b).map(([, label]) => label);
  if (labels.length < 2) throw new Failure("model-unsupported", "The config.json names no labels (id2label). Export the model with its labels.");
  if (rows.some(([id], i) => id !== i)) throw new Failure("model-corrupt", "The labels of config.json (id2label) are not numbered from 0 on without a gap. Export the model again.");
  return labels;
}

/** A name out of a file, short and without control characters. */
export const shown = (name: string): string => {
  const plain = name.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
};
