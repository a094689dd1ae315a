/** float32 throughout: what the shipped graphs are held against. Not shipped. */

import type { Arithmetic } from "./arithmetic.ts";
import type { GraphBuilder } from "./graph-builder.ts";
import { leadingRows, plainBias, plainGather } from "./plain-parts.ts";
import { transposed } from "./quantise.ts";
import type { StudentWeights } from "./student-weights.ts";

export function referenceArithmetic(graph: GraphBuilder, weights: StudentWeights): Arithmetic {
  return {
    gather: (table, index) => plainGather(graph, weights, { table, index }),
    leading(table, count) {
      const { dims, values } = weights.get(`${table}.weight`);
      return leadingRows(graph, { name: table, rows: graph.constant(`${table}.weight`, { type: "float", dims, data: values }), count });
    },
    product(x, layer) {
      const { dims, values } = transposed(weights.get(`${layer}.weight`));
      return graph.op(`${layer}.product`, "MatMul", [x, graph.constant(`${layer}.weight`, { type: "float", dims, data: values })]);
    },
    bias: (layer) => plainBias(graph, weights, layer),
  };
}
