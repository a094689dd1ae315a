/** A token classifier of a few kilobytes as Hugging Face's tools export one: a table from token to logits, and nothing more. */

import { DATA_TYPE, encodeModel, EXTERNAL } from "../onnx/onnx-proto.ts";
import { byteLevelBpe, unigram, wordPiece, type TinyTokenizer } from "./tokenizers.ts";

export const FAMILIES = { "byte-level-bpe": byteLevelBpe, unigram, "word-piece": wordPiece } as const;
export type Family = keyof typeof FAMILIES;

export interface TinyStudentOptions {
  readonly family: Family;
  /** Label by word: "aspirin" → "B-Drug". Other words are O. */
  readonly lexicon: Readonly<Record<string, string>>;
  /** Tokens of an input, frame included. */
  readonly maxTokens?: number;
  /** Its inputs; all are int64 [1, tokens]. */
  readonly inputs?: readonly string[];
  /** The file beside the graph that holds the table; undefined: the graph holds it. */
  readonly weightsName?: string;
}

/** File name → content. */
export type StudentFolder = Readonly<Record<string, string | Uint8Array>>;

const MAX_TOKENS = 64;
/** Of a known word: its label has a probability of 1 − 1 / (1 + e^6 / (labels − 1)), nearly 1. */
const LOGIT = 6;

export function tinyStudent({ family, lexicon, maxTokens = MAX_TOKENS, inputs = ["input_ids", "attention_mask"], weightsName }: TinyStudentOptions): StudentFolder {
  const tokenizer = FAMILIES[family](Object.keys(lexicon), maxTokens);
  const labels = ["O", ...new Set(Object.values(lexicon))];
  const table = logitTable(tokenizer, { lexicon, labels });
  const data = new Uint8Array(table.buffer);
  const dims = [table.length / labels.length, labels.length];
  const config = {
    architectures: ["TinyForTokenClassification"],
    model_type: tokenizer.modelType,
    id2label: Object.fromEntries(labels.entries()),
    label2id: Object.fromEntries(labels.map((label, i) => [label, i])),
    max_position_embeddings: tokenizer.maxPositions,
    pad_token_id: 1,
  };
  return {
    "config.json": JSON.stringify(config, undefined, 2),
    "tokenizer.json": JSON.stringify(tokenizer.tokenizer),
    "tokenizer_config.json": JSON.stringify(tokenizer.config, undefined, 2),
    "model.onnx": graph({ dims, data, inputs, weightsName }),
    ...(weightsName !== undefined && { [weightsName]: data }),
  };
}

/** Tokens × labels. */
function logitTable({ ids, startsOf }: TinyTokenizer, { lexicon, labels }: { lexicon: Readonly<Record<string, string>>; labels: readonly string[] }): Float32Array<ArrayBuffer> {
  const table = new Float32Array(ids.size * labels.length);
  for (const id of ids.values()) table[id * labels.length] = LOGIT;
  for (const [word, label] of Object.entries(lexicon)) {
    for (const token of startsOf(word)) {
      const row = (ids.get(token) ?? 0) * labels.length;
      table[row] = 0;
      table[row + labels.indexOf(label)] = LOGIT;
    }
  }
  return table;
}

interface GraphParts {
  readonly dims: readonly number[];
  readonly data: Uint8Array;
  readonly inputs: readonly string[];
  readonly weightsName: string | undefined;
}

function graph({ dims, data, inputs, weightsName }: GraphParts): Uint8Array {
  const value = (name: string, type: number, shape: readonly (string | number)[]) => ({
    name,
    type: { tensorType: { elemType: type, shape: { dim: shape.map((size) => (typeof size === "string" ? { dimParam: size } : { dimValue: size })) } } },
  });
  const external = [
    ["location", weightsName],
    ["offset", "0"],
    ["length", String(data.length)],
  ].map(([key, text]) => ({ key, value: text }));
  const table = { name: "table", dims: [...dims], dataType: DATA_TYPE.float };
  return encodeModel({
    irVersion: 9,
    producerName: "chartlight",
    opsetImport: [{ domain: "", version: 17 }],
    graph: {
      name: "tiny",
      node: [{ name: "logits", opType: "Gather", domain: "", input: ["table", "input_ids"], output: ["logits"], attribute: [] }],
      initializer: [weightsName === undefined ? { ...table, rawData: data } : { ...table, externalData: external, dataLocation: EXTERNAL }],
      input: inputs.map((name) => value(name, DATA_TYPE.int64, ["batch", "tokens"])),
      output: [value("logits", DATA_TYPE.float, ["batch", "tokens", dims[1] ?? 0])],
    },
  });
}
