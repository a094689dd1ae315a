/**
 * int8 products for WASM: unsigned activations, signed weights, one scale an output.
 *
 * Every token has its own activation range: its row is divided by its largest value, quantised with one fixed scale, and
 * the product is multiplied by that value again. So one loud token costs the others nothing, and no token's result
 * depends on its neighbours' ranges (plain dynamic quantisation has one range for the whole chunk).
 */

import type { Arithmetic, ProductInput } from "./arithmetic.ts";
import { FUSED, type GraphBuilder } from "./graph-builder.ts";
import { plainBias, plainGather } from "./plain-parts.ts";
import { constantsOf, gatherWidened, leadingWidened, type QuantisedWeights } from "./quantised-weights.ts";
import type { StudentWeights } from "./student-weights.ts";

/** GELU is never below -0.17: shifted up by this it needs no sign bit. */
const GELU_SHIFT = 0.17;

export function int8Arithmetic(graph: GraphBuilder, weights: StudentWeights, quantised: QuantisedWeights): Arithmetic {
  return {
    gather: (table, index) =>
      table === "word_embedding" ? gatherWidened(graph, quantised.table(table), { name: table, index }) : plainGather(graph, weights, { table, index }),
    leading: (table, count) => leadingWidened(graph, quantised.table(table), { name: table, count }),
    product: (x, layer, input) => int8Product(graph, quantised, { x, layer, input }),
    bias: (layer) => (layer.endsWith("ffn_out") ? shiftedBias(graph, weights, { layer, quantised }) : plainBias(graph, weights, layer)),
  };
}

function int8Product(graph: GraphBuilder, quantised: QuantisedWeights, { x, layer, input }: { x: string; layer: string; input: ProductInput }): string {
  const name = (part: string): string => `${layer}.${part}`;
  const unsigned = input === "gelu";
  const shifted = unsigned ? graph.op(name("shifted"), "Add", [x, graph.scalar("gelu_shift", GELU_SHIFT)]) : x;
  const size = unsigned ? shifted : graph.op(name("size"), "Abs", [x]);
  const last = graph.constant("last_axis", { type: "int64", dims: [1], data: BigInt64Array.of(-1n) });
  const largest = graph.op(name("largest"), "ReduceMax", [size, last]);
  const range = graph.op(name("range"), "Max", [largest, graph.scalar("smallest_range", 1e-6)]);
  const scale = graph.scalar(unsigned ? "unsigned_scale" : "centred_scale", unsigned ? 1 / 255 : 1 / 127);
  const zero = graph.constant(unsigned ? "unsigned_zero" : "centred_zero", { type: "uint8", dims: [], data: Uint8Array.of(unsigned ? 0 : 128) });
  const rows = graph.op(name("rows"), "Div", [shifted, range]);
  const bytes = graph.op(name("uint8"), "QuantizeLinear", [rows, scale, zero]);
  const factor = constantsOf(graph, layer, quantised.factor(layer));
  const product = graph.op(name("int8_product"), "MatMulIntegerToFloat", [bytes, factor.values, scale, factor.scales, zero], { domain: FUSED });
  return graph.op(name("product"), "Mul", [product, range]);
}

/** b - shift · (column sums of W): takes the shift of the input back. */
function shiftedBias(graph: GraphBuilder, weights: StudentWeights, { layer, quantised }: { layer: string; quantised: QuantisedWeights }): string {
  const { values: bias } = weights.get(`${layer}.bias`);
  const { values, scales } = quantised.factor(layer);
  const sums = new Float64Array(scales.length);
  for (const [index, value] of values.entries()) sums[index % scales.length] = (sums[index % scales.length] ?? 0) + value;
  const data = Float32Array.from(bias, (b, output) => b - GELU_SHIFT * (sums[output] ?? 0) * (scales[output] ?? 0));
  return graph.constant(`${layer}.shifted_bias`, { type: "float", dims: [data.length], data });
}
