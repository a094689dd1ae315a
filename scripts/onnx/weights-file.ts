/** The one external-data file of both graphs: tensors by name, each written once. */

import type { DataType } from "./onnx-proto.ts";

export interface Constant {
  readonly type: DataType;
  readonly dims: readonly number[];
  /** Row-major, little-endian. */
  readonly data: Float32Array | Int8Array | Uint8Array | BigInt64Array;
}

export interface Place {
  readonly offset: number;
  readonly length: number;
}

const ALIGNMENT_BYTES = 64;

export class WeightsFile {
  readonly #parts = new Map<string, { constant: Constant; place: Place }>();
  #end = 0;

  /** Where a tensor lies. A name given twice must bring the same bytes. */
  place(name: string, constant: Constant): Place {
    const known = this.#parts.get(name);
    if (known) {
      if (!bytesOf(known.constant).equals(bytesOf(constant))) throw new RangeError(`two different tensors named ${name}`);
      return known.place;
    }
    const place = { offset: this.#end, length: constant.data.byteLength };
    this.#parts.set(name, { constant, place });
    this.#end = Math.ceil((place.offset + place.length) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    return place;
  }

  bytes(): Uint8Array {
    const out = new Uint8Array(this.#end);
    for (const { constant, place } of this.#parts.values()) {
      out.set(bytesOf(constant), place.offset);
    }
    return out;
  }
}

function bytesOf({ data }: Constant): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}
