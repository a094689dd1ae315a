/** The int8 tensors that both shipped graphs refer to, made once. */

import type { GraphBuilder } from "./graph-builder.ts";
import { leadingRows } from "./plain-parts.ts";
import { quantiseOutputs, quantiseRows, type Quantised } from "./quantise.ts";
import type { StudentWeights } from "./student-weights.ts";

export interface QuantisedWeights {
  table(name: string): Quantised;
  /** (inputs, outputs) */
  factor(layer: string): Quantised;
}

export function quantisedWeights(weights: StudentWeights): QuantisedWeights {
  const made = new Map<string, Quantised>();
  const once = (name: string, make: () => Quantised): Quantised => {
    const result = made.get(name) ?? make();
    made.set(name, result);
    return result;
  };
  return {
    table: (name) => once(name, () => quantiseRows(weights.get(`${name}.weight`))),
    factor: (layer) => once(layer, () => quantiseOutputs(weights.get(`${layer}.weight`))),
  };
}

/** Names of the two constants of a quantised tensor. */
export function constantsOf(graph: GraphBuilder, name: string, { dims, values, scales }: Quantised): { values: string; scales: string } {
  return {
    values: graph.constant(`${name}.int8`, { type: "int8", dims, data: values }),
    scales: graph.constant(`${name}.scales`, { type: "float", dims: [scales.length], data: scales }),
  };
}

/** Rows of a quantised table by index, widened: float [1, T, H]. On WebGPU this runs on the CPU: T rows cross, not the table. */
export function gatherWidened(graph: GraphBuilder, table: Quantised, { name, index }: { name: string; index: string }): string {
  const { values, scales } = constantsOf(graph, name, table);
  const rows = graph.op(`${name}.rows`, "Gather", [values, index]);
  return widenedRows(graph, { name, rows, scales: graph.op(`${name}.row_scales`, "Gather", [scales, index]) });
}

/** The first `count` rows of a quantised table, widened: float [T, H]. */
export function leadingWidened(graph: GraphBuilder, table: Quantised, { name, count }: { name: string; count: string }): string {
  const { values, scales } = constantsOf(graph, name, table);
  const rows = leadingRows(graph, { name, rows: values, count });
  return widenedRows(graph, { name, rows, scales: leadingRows(graph, { name: `${name}.scales`, rows: scales, count }) });
}

function widenedRows(graph: GraphBuilder, { name, rows, scales }: { name: string; rows: string; scales: string }): string {
  const last = graph.constant("last_axis", { type: "int64", dims: [1], data: BigInt64Array.of(-1n) });
  const column = graph.op(`${name}.scale_column`, "Unsqueeze", [scales, last]);
  return graph.op(`${name}.widened`, "Mul", [graph.op(`${name}.float`, "Cast", [rows], { attributes: { to: { int: 1 } } }), column]);
}
