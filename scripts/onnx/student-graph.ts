/** The student as an ONNX graph: training/chartlight/model.py, batch 1, no padding. T tokens, H hidden. */

import type { Arithmetic } from "./arithmetic.ts";
import { FUSED, type GraphBuilder } from "./graph-builder.ts";
import { transposed } from "./quantise.ts";
import type { Weight } from "./safetensors.ts";
import type { StudentWeights } from "./student-weights.ts";

/** Inputs `ids`, `shapes` int32 [1, T]; outputs `tag_logits` [1, T, tags], `assertion_logits` [1, T, assertions]. */
export function addStudent(graph: GraphBuilder, weights: StudentWeights, arithmetic: Arithmetic): void {
  const ids = graph.input("ids", "int32", [1, "tokens"]);
  const shapes = graph.input("shapes", "int32", [1, "tokens"]);
  let x = embedded(graph, weights, arithmetic, { ids, shapes });
  for (let i = 0; i < weights.layers; i++) x = layer(graph, weights, arithmetic, { name: `layers.${i}`, x });
  addHeads(graph, weights, x);
}

function embedded(graph: GraphBuilder, weights: StudentWeights, arithmetic: Arithmetic, inputs: { ids: string; shapes: string }): string {
  const tokens = graph.op("tokens", "Shape", [inputs.ids], { attributes: { start: { int: 1 }, end: { int: 2 } } });
  const words = arithmetic.gather("word_embedding", inputs.ids);
  const positions = arithmetic.leading("position_embedding", tokens);
  const shapes = arithmetic.gather("shape_embedding", inputs.shapes);
  const sum = graph.op("embedding_sum", "Add", [graph.op("embedding_shaped", "Add", [words, shapes]), positions]);
  return graph.op("embedding_norm", "LayerNormalization", [sum, ...norm(graph, weights, "embedding_norm")], {
    attributes: { axis: { int: -1 }, epsilon: { float: weights.epsilon } },
  });
}

/** Biases ride in the fused operators: attention, skip + norm, GELU. */
function layer(graph: GraphBuilder, weights: StudentWeights, arithmetic: Arithmetic, { name, x }: { name: string; x: string }): string {
  const skipNorm = (part: string, linear: string, input: string, skip: string): string =>
    graph.op(`${name}.${part}`, "SkipLayerNormalization", [input, skip, ...norm(graph, weights, `${name}.${part}`), arithmetic.bias(linear)], {
      domain: FUSED,
      attributes: { epsilon: { float: weights.epsilon } },
    });

  const qkv = arithmetic.product(x, `${name}.qkv`);
  const parts = graph.node(`${name}.split`, "Split", [qkv], { outputs: 3, attributes: { axis: { int: -1 }, num_outputs: { int: 3 } } });
  const attended = graph.op(`${name}.attention`, "MultiHeadAttention", [...parts, arithmetic.bias(`${name}.qkv`)], {
    domain: FUSED,
    attributes: { num_heads: { int: weights.heads } },
  });
  const attentionOut = arithmetic.product(attended, `${name}.attention_out`);
  const middle = skipNorm("attention_norm", `${name}.attention_out`, attentionOut, x);

  const inner = arithmetic.product(middle, `${name}.ffn_in`);
  const active = graph.op(`${name}.gelu`, "BiasGelu", [inner, arithmetic.bias(`${name}.ffn_in`)], { domain: FUSED });
  const ffnOut = arithmetic.product(active, `${name}.ffn_out`);
  return skipNorm("ffn_norm", `${name}.ffn_out`, ffnOut, middle);
}

function norm(graph: GraphBuilder, weights: StudentWeights, name: string): [string, string] {
  return [constant(graph, `${name}.weight`, weights.get(`${name}.weight`)), constant(graph, `${name}.bias`, weights.get(`${name}.bias`))];
}

/** float32 in every graph: 0.05 % of the weights, and the logits are made here. */
function addHeads(graph: GraphBuilder, weights: StudentWeights, x: string): void {
  for (const [head, output, classes] of [
    ["tag_head", "tag_logits", weights.tags],
    ["assertion_head", "assertion_logits", weights.assertions],
  ] as const) {
    const weight = constant(graph, `${head}.weight`, transposed(weights.get(`${head}.weight`)));
    const bias = constant(graph, `${head}.bias`, weights.get(`${head}.bias`));
    graph.op(output, "Add", [graph.op(`${head}.product`, "MatMul", [x, weight]), bias]);
    graph.output(output, "float", [1, "tokens", classes]);
  }
}

function constant(graph: GraphBuilder, name: string, { dims, values }: Weight): string {
  return graph.constant(name, { type: "float", dims, data: values });
}
