/** float32 to int8, symmetric, round to nearest: w ≈ q · scale, q in [-127, 127]. */

import type { Weight } from "./safetensors.ts";

export interface Quantised {
  readonly dims: readonly number[];
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** A table with one scale a row. */
export function quantiseRows(table: Weight): Quantised {
  const [rows, columns] = matrix(table);
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = table.values.subarray(row * columns, (row + 1) * columns);
    const scale = (scales[row] = scaleOf(from));
    for (const [column, value] of from.entries()) values[row * columns + column] = Math.round(value / scale);
  }
  return { dims: [rows, columns], values, scales };
}

/** A linear layer's weight (outputs, inputs) as a right factor (inputs, outputs), one scale an output. */
export function quantiseOutputs(weight: Weight): Quantised {
  const { values: rows, scales } = quantiseRows(weight);
  const [outputs, inputs] = matrix(weight);
  const values = new Int8Array(rows.length);
  for (const [index, value] of rows.entries()) values[(index % inputs) * outputs + Math.floor(index / inputs)] = value;
  return { dims: [inputs, outputs], values, scales };
}

/** (outputs, inputs) to (inputs, outputs). */
export function transposed(weight: Weight): Weight {
  const [rows, columns] = matrix(weight);
  const values = new Float32Array(rows * columns);
  for (const [index, value] of weight.values.entries()) values[(index % columns) * rows + Math.floor(index / columns)] = value;
  return { dims: [columns, rows], values };
}

export function matrix({ dims }: Weight): [number, number] {
  const [rows, columns] = dims;
  if (rows === undefined || columns === undefined || dims.length !== 2) throw new RangeError(`a matrix was expected, not [${dims.join(", ")}]`);
  return [rows, columns];
}

function scaleOf(values: Float32Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 1 : Math.fround(largest / 127);
}
