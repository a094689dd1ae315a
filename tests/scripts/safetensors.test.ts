import { describe, expect, it } from "vitest";
import { readSafetensors } from "../../scripts/onnx/safetensors.ts";
import { safetensors } from "../fixtures/safetensors.ts";

const entry = (shape: number[], data_offsets: [number, number], dtype = "F32") => ({ dtype, shape, data_offsets });

describe("readSafetensors", () => {
  it("reads tensors by name and leaves the metadata out", () => {
    const file = safetensors({ __metadata__: { format: "pt" }, a: entry([2], [0, 8]), b: entry([1, 1], [8, 12]) }, new Float32Array([1, 2, 3]));
    const tensors = readSafetensors(file);
    expect([...tensors.keys()]).toEqual(["a", "b"]);
    expect(tensors.get("a")).toEqual({ dims: [2], values: new Float32Array([1, 2]) });
    expect(tensors.get("b")).toEqual({ dims: [1, 1], values: new Float32Array([3]) });
  });

  it("reads from a view into a larger buffer", () => {
    const file = safetensors({ a: entry([1], [0, 4]) }, new Float32Array([7]));
    const padded = Buffer.concat([Buffer.alloc(3), file]).subarray(3);
    expect(readSafetensors(padded).get("a")?.values).toEqual(new Float32Array([7]));
  });

  const header = safetensors({ a: entry([2], [0, 8]) }, new Float32Array(2));
  const withLength = (length: bigint): Uint8Array => {
    const file = Uint8Array.from(header);
    new DataView(file.buffer).setBigUint64(0, length, true);
    return file;
  };

  it.each<[string, Uint8Array, RegExp]>([
    ["no header length", new Uint8Array(7), /7 bytes/],
    ["a header over the limit", withLength(1n << 40n), /1099511627776 bytes is over the limit/],
    ["a header that ends after the file", withLength(10_000n), /ends at 10008/],
    ["a header cut short", withLength(20n), /not JSON/],
    ["a header that is no object", safetensors([1], new Float32Array(0)), /not an object|malformed/],
    ["an entry without a shape", safetensors({ a: { dtype: "F32", data_offsets: [0, 0] } }, new Float32Array(0)), /entry of a is malformed/],
    ["a negative offset", safetensors({ a: { dtype: "F32", shape: [1], data_offsets: [-4, 0] } }, new Float32Array(1)), /entry of a is malformed/],
    ["data that ends before a tensor does", header.subarray(0, header.length - 4), /a ends at 8, the data at 4/],
    ["fewer bytes than the shape needs", safetensors({ a: entry([3], [0, 8]) }, new Float32Array(2)), /8 bytes for 3 values/],
    ["overlapping tensors", safetensors({ a: entry([2], [0, 8]), b: entry([2], [4, 12]) }, new Float32Array(3)), /b begins at 4, inside/],
    ["half precision", safetensors({ a: entry([2], [0, 4], "F16") }, new Float32Array(1)), /F16/],
  ])("refuses %s", (_, file, message) => {
    expect(() => readSafetensors(file)).toThrow(message);
  });
});
