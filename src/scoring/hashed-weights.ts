/** Weights of a linear score over hashed terms, one a bucket, as small integers and the size of their unit. */
export interface HashedWeightsData {
  /** Base64 of signed bytes, one a bucket. */
  readonly weights: string;
  readonly unit: number;
  readonly bias: number;
}

/** A linear score over hashed terms, ready to be summed. */
export class HashedWeights {
  readonly bias: number;
  private readonly weights: Int8Array;
  private readonly unit: number;

  /** @throws {RangeError} when there is not a weight for each of so many buckets. */
  constructor({ weights, unit, bias }: HashedWeightsData, buckets: number) {
    this.weights = new Int8Array(Buffer.from(weights, "base64"));
    if (this.weights.length !== buckets) throw new RangeError(`a lexical model has ${buckets} weights`);
    this.unit = unit;
    this.bias = bias;
  }

  /** Sum of the weights of some buckets. */
  sum(buckets: ArrayLike<number>, from = 0, to: number = buckets.length): number {
    let sum = 0;
    for (let i = from; i < to; i++) sum += this.weights[buckets[i]!]!;
    return sum * this.unit;
  }
}
