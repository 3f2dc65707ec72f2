import { BUCKETS, LexicalTerms } from "./lexical.ts";
import type { Outline } from "./outline.ts";
import type { MeasuredPage } from "./page-measures.ts";

/** Weights of a linear score, one a bucket, as small integers and the size of their unit. */
export interface LexicalData {
  /** Base64 of `BUCKETS` signed bytes. */
  readonly weights: string;
  readonly unit: number;
  readonly bias: number;
}

/** What class names and words alone say of each block: log-odds of a linear model. */
export class LexicalModel {
  private readonly weights: Int8Array;
  private readonly unit: number;
  private readonly bias: number;

  constructor({ weights, unit, bias }: LexicalData) {
    this.weights = new Int8Array(Buffer.from(weights, "base64"));
    if (this.weights.length !== BUCKETS) throw new RangeError(`a lexical model has ${BUCKETS} weights`);
    this.unit = unit;
    this.bias = bias;
  }

  /** The names of all elements around a block count, and its words; divided by the root of their number. */
  score(page: MeasuredPage): Float64Array {
    const { outline, blocks } = page;
    const terms = new LexicalTerms(page);
    const { sums, counts } = this.nameSums(terms, outline);
    const scores = new Float64Array(blocks.count);
    let heading = -1;
    for (let b = 0; b < blocks.count; b++) {
      const buckets = terms.ofBlock(b, heading);
      const host = blocks.host[b]!;
      const sum = sums[host]! + this.sum(buckets);
      scores[b] = this.bias + (sum * this.unit) / Math.sqrt(counts[host]! + buckets.length + 1);
      if (terms.isHeading(b)) heading = b;
    }
    return scores;
  }

  private nameSums(terms: LexicalTerms, { count, parent }: Outline): { sums: Float64Array; counts: Int32Array } {
    const sums = new Float64Array(count);
    const counts = new Int32Array(count);
    for (let rank = 0; rank < count; rank++) {
      const own = terms.ofElement(rank);
      const above = parent[rank]!;
      sums[rank] = (above < 0 ? 0 : sums[above]!) + this.sum(own);
      counts[rank] = (above < 0 ? 0 : counts[above]!) + own.length;
    }
    return { sums, counts };
  }

  private sum(buckets: readonly number[]): number {
    let sum = 0;
    for (let i = 0; i < buckets.length; i++) sum += this.weights[buckets[i]!]!;
    return sum;
  }
}
