/** Names of the files beside an .onnx file that hold its weights. Field numbers: onnx/onnx.proto of the ONNX specification. */

import { Failure } from "../failure.ts";

const GRAPH = 7; // of ModelProto
const INITIALIZER = 5; // of GraphProto
const EXTERNAL_DATA = 13; // of TensorProto
const [KEY, VALUE] = [1, 2]; // of StringStringEntryProto

interface Field {
  readonly number: number;
  /** Its bytes; empty for a number. */
  readonly start: number;
  readonly end: number;
}

/** Each once. `name` is the file's, for the message. @throws Failure `model-corrupt` where it is no ONNX model, or cut off */
export function onnxLocations(bytes: Uint8Array, name: string): string[] {
  const locations = new Set<string>();
  let graphs = 0;
  try {
    for (const graph of fields(bytes, 0, bytes.length)) {
      if (graph.number !== GRAPH) continue;
      graphs++;
      for (const tensor of fields(bytes, graph.start, graph.end)) {
        if (tensor.number !== INITIALIZER) continue;
        for (const entry of fields(bytes, tensor.start, tensor.end)) {
          if (entry.number !== EXTERNAL_DATA) continue;
          const pair = new Map([...fields(bytes, entry.start, entry.end)].map(({ number, start, end }) => [number, utf8(bytes.subarray(start, end))]));
          if (pair.get(KEY) === "location") locations.add(pair.get(VALUE) ?? "");
        }
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof URIError)) throw error;
    graphs = 0;
  }
  if (graphs === 0) throw new Failure("model-corrupt", `The file ${name} is no ONNX model, or it is damaged. If it has about 100 bytes, it stands for a file that Git LFS did not fetch. Download or export it again.`);
  return [...locations];
}

/** @throws URIError where it is no UTF-8 */
const utf8 = (bytes: Uint8Array): string => decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));

/** @throws RangeError where the bytes are no protobuf message */
function* fields(bytes: Uint8Array, from: number, to: number): Generator<Field> {
  let at = from;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || at > to || factor > 2 ** 63) throw new RangeError(`no protobuf at ${at}`);
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  while (at < to) {
    const tag = varint();
    const wire = tag % 8;
    const size = wire === 0 ? (varint(), 0) : wire === 1 ? 8 : wire === 5 ? 4 : wire === 2 ? varint() : -1;
    const start = at;
    at += size;
    if (size < 0 || tag < 8 || at > to) throw new RangeError(`no protobuf at ${start}`);
    yield { number: Math.floor(tag / 8), start, end: at };
  }
}
