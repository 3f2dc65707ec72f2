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
