import { HashedWeights, type HashedWeightsData } from "../scoring/hashed-weights.ts";
import { BUCKETS, LexicalTerms } from "./lexical.ts";
import type { Outline } from "./outline.ts";
import type { MeasuredPage } from "./page-measures.ts";

/** What class names and words alone say of each block: log-odds of a linear model. */
export class LexicalModel {
  private readonly weights: HashedWeights;

  constructor(data: HashedWeightsData) {
    this.weights = new HashedWeights(data, BUCKETS);
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
      const sum = sums[host]! + this.weights.sum(buckets);
      scores[b] = this.weights.bias + sum / Math.sqrt(counts[host]! + buckets.length + 1);
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
      sums[rank] = (above < 0 ? 0 : sums[above]!) + this.weights.sum(own);
      counts[rank] = (above < 0 ? 0 : counts[above]!) + own.length;
    }
    return { sums, counts };
  }
}
