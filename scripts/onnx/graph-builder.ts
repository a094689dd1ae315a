/** An ONNX graph, node by node. Values are known by their names. */

import { WEIGHTS_NAME } from "../../src/runtime/session.ts";
import { ATTRIBUTE_TYPE, DATA_TYPE, encodeModel, EXTERNAL, type DataType } from "./onnx-proto.ts";
import type { Constant, WeightsFile } from "./weights-file.ts";

/** The contrib domain of onnxruntime: fused operators. */
export const FUSED = "com.microsoft";
const OPSETS = [
  { domain: "", version: 20 },
  { domain: FUSED, version: 1 },
];
const IR_VERSION = 9;
/** Smaller constants go into the graph itself: shape inference and folding want to see them. */
const INLINE_BYTES = 64;

export interface NodeOptions {
  readonly domain?: string;
  readonly outputs?: number;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}
export type Attribute = { readonly int: number } | { readonly float: number } | { readonly ints: readonly number[] };

/** A named dimension ("tokens") or a fixed one. */
export type Dimension = string | number;

export class GraphBuilder {
  readonly #weights: WeightsFile;
  readonly #nodes: Record<string, unknown>[] = [];
  readonly #initializers = new Map<string, Record<string, unknown>>();
  readonly #inputs: Record<string, unknown>[] = [];
  readonly #outputs: Record<string, unknown>[] = [];

  constructor(weights: WeightsFile) {
    this.#weights = weights;
  }

  input(name: string, type: DataType, dims: readonly Dimension[]): string {
    this.#inputs.push(valueInfo(name, type, dims));
    return name;
  }

  output(name: string, type: DataType, dims: readonly Dimension[]): void {
    this.#outputs.push(valueInfo(name, type, dims));
  }

  /** A constant; over 64 bytes it lies in the weights file. */
  constant(name: string, constant: Constant): string {
    if (!this.#initializers.has(name)) this.#initializers.set(name, this.#tensor(name, constant));
    return name;
  }

  scalar(name: string, value: number): string {
    return this.constant(name, { type: "float", dims: [], data: Float32Array.of(value) });
  }

  /** Adds a node named after `name`; its first output has that name, further ones `name:1`, `name:2`, … */
  node(name: string, opType: string, inputs: readonly string[], options: NodeOptions = {}): string[] {
    const output = Array.from({ length: options.outputs ?? 1 }, (_, i) => (i === 0 ? name : `${name}:${i}`));
    const attribute = Object.entries(options.attributes ?? {}).map(([key, value]) => attributeProto(key, value));
    this.#nodes.push({ name, opType, domain: options.domain ?? "", input: [...inputs], output, attribute });
    return output;
  }

  /** A node of one output. */
  op(name: string, opType: string, inputs: readonly string[], options: NodeOptions = {}): string {
    this.node(name, opType, inputs, options);
    return name;
  }

  encode(graphName: string): Uint8Array {
    return encodeModel({
      irVersion: IR_VERSION,
      producerName: "chartlight",
      opsetImport: OPSETS,
      graph: {
        name: graphName,
        node: this.#nodes,
        initializer: [...this.#initializers.values()],
        input: this.#inputs,
        output: this.#outputs,
      },
    });
  }

  #tensor(name: string, constant: Constant): Record<string, unknown> {
    const { type, dims, data } = constant;
    const tensor = { name, dims: [...dims], dataType: DATA_TYPE[type] };
    if (data.byteLength <= INLINE_BYTES) {
      return { ...tensor, rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
    }
    const { offset, length } = this.#weights.place(name, constant);
    const externalData = Object.entries({ location: WEIGHTS_NAME, offset, length }).map(([key, value]) => ({ key, value: String(value) }));
    return { ...tensor, externalData, dataLocation: EXTERNAL };
  }
}

function attributeProto(name: string, value: Attribute): Record<string, unknown> {
  if ("int" in value) return { name, type: ATTRIBUTE_TYPE.int, i: value.int };
  if ("float" in value) return { name, type: ATTRIBUTE_TYPE.float, f: value.float };
  return { name, type: ATTRIBUTE_TYPE.ints, ints: [...value.ints] };
}

function valueInfo(name: string, type: DataType, dims: readonly Dimension[]): Record<string, unknown> {
  const dim = dims.map((size) => (typeof size === "string" ? { dimParam: size } : { dimValue: size }));
  return { name, type: { tensorType: { elemType: DATA_TYPE[type], shape: { dim } } } };
}
