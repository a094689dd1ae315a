/** The graphs of a student and the weights they share, as bytes. */

import type { Arithmetic } from "./arithmetic.ts";
import { GraphBuilder } from "./graph-builder.ts";
import { int8Arithmetic } from "./int8-arithmetic.ts";
import { quantisedWeights } from "./quantised-weights.ts";
import { referenceArithmetic } from "./reference-arithmetic.ts";
import { addStudent } from "./student-graph.ts";
import type { StudentWeights } from "./student-weights.ts";
import { WeightsFile } from "./weights-file.ts";
import { widenedArithmetic } from "./widened-arithmetic.ts";

export interface ReferenceFiles {
  readonly graph: Uint8Array;
  readonly weights: Uint8Array;
}

export interface ShippedFiles {
  readonly wasmGraph: Uint8Array;
  readonly webgpuGraph: Uint8Array;
  readonly weights: Uint8Array;
}

/** float32, for verification alone. */
export function referenceFiles(weights: StudentWeights): ReferenceFiles {
  const file = new WeightsFile();
  const graph = encoded(weights, file, (builder) => referenceArithmetic(builder, weights));
  return { graph, weights: file.bytes() };
}

export function shippedFiles(weights: StudentWeights): ShippedFiles {
  const file = new WeightsFile();
  const quantised = quantisedWeights(weights);
  const wasmGraph = encoded(weights, file, (builder) => int8Arithmetic(builder, weights, quantised));
  const webgpuGraph = encoded(weights, file, (builder) => widenedArithmetic(builder, weights, quantised));
  return { wasmGraph, webgpuGraph, weights: file.bytes() };
}

function encoded(weights: StudentWeights, file: WeightsFile, arithmetic: (builder: GraphBuilder) => Arithmetic): Uint8Array {
  const builder = new GraphBuilder(file);
  addStudent(builder, weights, arithmetic(builder));
  return builder.encode("student");
}
