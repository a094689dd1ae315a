/** The student's weights and sizes, checked against each other (training/chartlight/model.py). */

import * as v from "valibot";
import { readSafetensors, type Weight } from "./safetensors.ts";

const size = v.pipe(v.number(), v.integer(), v.minValue(1));
const configSchema = v.object({
  vocab_size: size,
  hidden_size: size,
  num_hidden_layers: size,
  num_attention_heads: size,
  intermediate_size: size,
  max_position_embeddings: size,
  layer_norm_eps: v.pipe(v.number(), v.gtValue(0)),
});

export interface StudentWeights {
  readonly hidden: number;
  readonly inner: number;
  readonly layers: number;
  readonly heads: number;
  readonly positions: number;
  readonly epsilon: number;
  readonly tags: number;
  readonly assertions: number;
  /** @throws RangeError when there is no such tensor. */
  get(name: string): Weight;
}

/** @throws RangeError or a valibot error when a size, a name or a shape does not fit. */
export function studentWeights(configJson: unknown, file: Uint8Array): StudentWeights {
  const config = v.parse(configSchema, configJson);
  const tensors = readSafetensors(file);
  const get = (name: string): Weight => {
    const found = tensors.get(name);
    if (!found) throw new RangeError(`the weights have no tensor ${name}`);
    return found;
  };
  const { hidden_size: hidden, intermediate_size: inner } = config;
  const expect = (name: string, ...dims: number[]): void => {
    const given = get(name).dims;
    if (given.join() !== dims.join()) throw new RangeError(`${name} is [${given.join(", ")}], not [${dims.join(", ")}]`);
  };
  expect("word_embedding.weight", config.vocab_size, hidden);
  expect("position_embedding.weight", config.max_position_embeddings, hidden);
  for (let i = 0; i < config.num_hidden_layers; i++) {
    expect(`layers.${i}.qkv.weight`, 3 * hidden, hidden);
    expect(`layers.${i}.attention_out.weight`, hidden, hidden);
    expect(`layers.${i}.ffn_in.weight`, inner, hidden);
    expect(`layers.${i}.ffn_out.weight`, hidden, inner);
  }
  return {
    hidden,
    inner,
    layers: config.num_hidden_layers,
    heads: config.num_attention_heads,
    positions: config.max_position_embeddings,
    epsilon: config.layer_norm_eps,
    tags: get("tag_head.bias").values.length,
    assertions: get("assertion_head.bias").values.length,
    get,
  };
}
