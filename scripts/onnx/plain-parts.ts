/** Parts that are float32 in every graph. */

import type { GraphBuilder } from "./graph-builder.ts";
import type { StudentWeights } from "./student-weights.ts";

export function plainGather(graph: GraphBuilder, weights: StudentWeights, { table, index }: { table: string; index: string }): string {
  const { dims, values } = weights.get(`${table}.weight`);
  return graph.op(`${table}.rows`, "Gather", [graph.constant(`${table}.weight`, { type: "float", dims, data: values }), index]);
}

export function plainBias(graph: GraphBuilder, weights: StudentWeights, layer: string): string {
  const { dims, values } = weights.get(`${layer}.bias`);
  return graph.constant(`${layer}.bias`, { type: "float", dims, data: values });
}

/** rows[:count] */
export function leadingRows(graph: GraphBuilder, { name, rows, count }: { name: string; rows: string; count: string }): string {
  const zero = graph.constant("zero", { type: "int64", dims: [1], data: BigInt64Array.of(0n) });
  return graph.op(`${name}.leading`, "Slice", [rows, zero, count, zero]);
}
