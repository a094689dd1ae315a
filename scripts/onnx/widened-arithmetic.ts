/** int8 weights, widened to float32 when the session is made (onnxruntime folds constants), float32 arithmetic: for WebGPU. */

import type { Arithmetic } from "./arithmetic.ts";
import type { GraphBuilder } from "./graph-builder.ts";
import { plainBias, plainGather } from "./plain-parts.ts";
import { constantsOf, gatherWidened, leadingWidened, type QuantisedWeights } from "./quantised-weights.ts";
import type { StudentWeights } from "./student-weights.ts";

export function widenedArithmetic(graph: GraphBuilder, weights: StudentWeights, quantised: QuantisedWeights): Arithmetic {
  return {
    gather: (table, index) =>
      table === "word_embedding" ? gatherWidened(graph, quantised.table(table), { name: table, index }) : plainGather(graph, weights, { table, index }),
    leading: (table, count) => leadingWidened(graph, quantised.table(table), { name: table, count }),
    product: (x, layer) => graph.op(`${layer}.product`, "MatMul", [x, widenedFactor(graph, quantised, layer)]),
    bias: (layer) => plainBias(graph, weights, layer),
  };
}

/** (inputs, outputs) float32, made of constants alone. */
export function widenedFactor(graph: GraphBuilder, quantised: QuantisedWeights, layer: string): string {
  const { values, scales } = constantsOf(graph, layer, quantised.factor(layer));
  const float = graph.op(`${layer}.float`, "Cast", [values], { attributes: { to: { int: 1 } } });
  return graph.op(`${layer}.widened`, "Mul", [float, scales]);
}
