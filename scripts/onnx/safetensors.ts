/** Reader of the safetensors format: u64 little-endian header length, JSON header, raw tensors. */

import * as v from "valibot";

export interface Weight {
  readonly dims: readonly number[];
  /** Row-major. */
  readonly values: Float32Array;
}

const HEADER_LIMIT_BYTES = 16 * 1024 * 1024;
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const entrySchema = v.object({
  dtype: v.string(),
  shape: v.array(whole),
  data_offsets: v.tuple([whole, whole]),
});
const headerSchema = v.record(v.string(), v.unknown());

/** All float32 tensors of a file by name, copied. @throws RangeError that says what is wrong, with the numbers. */
export function readSafetensors(file: Uint8Array): ReadonlyMap<string, Weight> {
  if (file.byteLength < 8) throw new RangeError(`safetensors: a file of ${file.byteLength} bytes has no header length`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const declared = view.getBigUint64(0, true);
  if (declared > BigInt(HEADER_LIMIT_BYTES)) throw new RangeError(`safetensors: a header of ${declared.toString()} bytes is over the limit of ${HEADER_LIMIT_BYTES}`);
  const start = 8 + Number(declared);
  if (start > file.byteLength) throw new RangeError(`safetensors: the header ends at ${start}, the file at ${file.byteLength}`);
  const entries = parsedHeader(file.subarray(8, start));
  assertDisjoint(entries);
  return new Map(entries.map(([name, entry]) => [name, weight(name, entry, file.subarray(start))]));
}

type Entry = v.InferOutput<typeof entrySchema>;

function parsedHeader(bytes: Uint8Array): [string, Entry][] {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new RangeError("safetensors: the header is not JSON in UTF-8", { cause });
  }
  const header = v.safeParse(headerSchema, json);
  if (!header.success) throw new RangeError("safetensors: the header is not an object");
  return Object.entries(header.output)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, value]) => {
      const entry = v.safeParse(entrySchema, value);
      if (!entry.success) throw new RangeError(`safetensors: the entry of ${name} is malformed`);
      return [name, entry.output];
    });
}

function assertDisjoint(entries: readonly [string, Entry][]): void {
  const sorted = [...entries].sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  let end = 0;
  for (const [name, { data_offsets }] of sorted) {
    if (data_offsets[0] < end) throw new RangeError(`safetensors: ${name} begins at ${data_offsets[0]}, inside a tensor that ends at ${end}`);
    end = Math.max(end, data_offsets[1]);
  }
}

function weight(name: string, { dtype, shape, data_offsets: [begin, end] }: Entry, data: Uint8Array): Weight {
  if (dtype !== "F32") throw new RangeError(`safetensors: ${name} is ${dtype}, not F32`);
  if (end > data.byteLength) throw new RangeError(`safetensors: ${name} ends at ${end}, the data at ${data.byteLength}`);
  const count = shape.reduce((product, size) => product * size, 1);
  if (end - begin !== 4 * count) throw new RangeError(`safetensors: ${name} has ${end - begin} bytes for ${count} values`);
  return { dims: shape, values: new Float32Array(Uint8Array.from(data.subarray(begin, end)).buffer) };
}
