type Values = Float64Array | Uint32Array | Int32Array;

/** A typed array that grows: a value costs its bytes and no more. */
export class Growing<Array extends Values> {
  length = 0;
  values: Array;

  /** `values` is any array of the kind; what it holds is not kept. */
  constructor(values: Array) {
    this.values = values;
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length++] = value;
  }

  private grow(): void {
    const Kind = this.values.constructor as new (length: number) => Array;
    const longer = new Kind(Math.max(256, 2 * this.values.length));
    longer.set(this.values);
    this.values = longer;
  }
}
