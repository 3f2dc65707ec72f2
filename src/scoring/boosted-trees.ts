/**
 * Gradient-boosted regression trees as data: every inner node of every tree in one list, tree after tree. A child that is
 * negative is a leaf, `~child` its place in `values`.
 */
export interface TreesData {
  /** Names of the inputs, in the order that `feature` counts them. */
  readonly inputs: readonly string[];
  /** First node of each tree. */
  readonly roots: readonly number[];
  readonly feature: readonly number[];
  /** A row goes left where its value is at most the threshold. */
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly values: readonly number[];
}

/** A model ready to be evaluated. */
export class BoostedTrees {
  readonly inputs: readonly string[];
  private readonly roots: Int32Array;
  private readonly feature: Int32Array;
  private readonly threshold: Float32Array;
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  private readonly values: Float64Array;

  constructor(data: TreesData) {
    this.inputs = data.inputs;
    this.roots = Int32Array.from(data.roots);
    this.feature = Int32Array.from(data.feature);
    this.threshold = Float32Array.from(data.threshold);
    this.left = Int32Array.from(data.left);
    this.right = Int32Array.from(data.right);
    this.values = Float64Array.from(data.values);
  }

  /** The sum of all trees for each row: log-odds. `columns` are in the order of `inputs`, all of one length. */
  score(columns: readonly Float32Array[]): Float64Array {
    const scores = new Float64Array(columns[0]?.length ?? 0);
    const row = new Float32Array(columns.length);
    for (let r = 0; r < scores.length; r++) {
      for (let i = 0; i < row.length; i++) row[i] = columns[i]![r]!;
      scores[r] = this.scoreRow(row);
    }
    return scores;
  }

  private scoreRow(row: Float32Array): number {
    const { roots, feature, threshold, left, right, values } = this;
    let sum = 0;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree]!;
      while (node >= 0) node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
      sum += values[~node]!;
    }
    return sum;
  }
}

/** Log-odds as a probability. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
