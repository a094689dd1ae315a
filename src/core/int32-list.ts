/** Whole numbers in a growing Int32Array. */
export class Int32List {
  private values = new Int32Array(1024);
  /** May be set to fewer than there are: the rest is forgotten. */
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(2 * this.values.length);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** A copy of exactly the numbers pushed. */
  toArray(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
