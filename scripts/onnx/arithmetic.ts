/** How a graph holds its matrices and multiplies by them: the one thing in which the graphs of a student differ. */

export interface Arithmetic {
  /** Rows of a table by an int32 index [1, T]: float [1, T, H]. */
  gather(table: string, index: string): string;
  /** The first T rows of a table; `count` is an int64 [1]: float [T, H]. */
  leading(table: string, count: string): string;
  /** x · W without the bias; x float [1, T, K], result float [1, T, N]. */
  product(x: string, layer: string): string;
  /** [N] */
  bias(layer: string): string;
}
