/**
 * int8 products for WASM: unsigned activations, signed weights, one scale an output.
 *
 * Every token has its own activation range: its row is divided by its largest value, quantised with one fixed scale, and
 * the product is multiplied by that value again. So one loud token costs the others nothing, and no token's result
 * depends on its neighbours' ranges (plain dynamic quantisation has one range for the whole chunk).
 * training/chartlight/fake_quantisation.py simulates the same.
 */

import type { Arithmetic } from "./arithmetic.ts";
import { FUSED, type GraphBuilder } from "./graph-builder.ts";
import { constantsOf, type QuantisedWeights } from "./quantised-weights.ts";
import type { StudentWeights } from "./student-weights.ts";
import { widenedArithmetic } from "./widened-arithmetic.ts";

export function int8Arithmetic(graph: GraphBuilder, weights: StudentWeights, quantised: QuantisedWeights): Arithmetic {
  return { ...widenedArithmetic(graph, weights, quantised), product: (x, layer) => int8Product(graph, quantised, { x, layer }) };
}

/** onnxruntime's SIMD kernel for WASM wants unsigned activations: 128 stands for zero. */
const ACTIVATION_ZERO = 128;
const SMALLEST_RANGE = 1e-6;

function int8Product(graph: GraphBuilder, quantised: QuantisedWeights, { x, layer }: { x: string; layer: string }): string {
  const name = (part: string): string => `${layer}.${part}`;
  const last = graph.constant("last_axis", { type: "int64", dims: [1], data: BigInt64Array.of(-1n) });
  const largest = graph.op(name("largest"), "ReduceMax", [graph.op(name("size"), "Abs", [x]), last]);
  const range = graph.op(name("range"), "Max", [largest, graph.scalar("smallest_range", SMALLEST_RANGE)]);
  const scale = graph.scalar("activation_scale", 1 / 127);
  const zero = graph.constant("activation_zero", { type: "uint8", dims: [], data: Uint8Array.of(ACTIVATION_ZERO) });
  const bytes = graph.op(name("uint8"), "QuantizeLinear", [graph.op(name("unit"), "Div", [x, range]), scale, zero]);
  const factor = constantsOf(graph, layer, quantised.factor(layer));
  const product = graph.op(name("int8_product"), "MatMulIntegerToFloat", [bytes, factor.values, scale, factor.scales, zero], { domain: FUSED });
  return graph.op(name("product"), "Mul", [product, range]);
}
