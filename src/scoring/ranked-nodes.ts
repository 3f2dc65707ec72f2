import type { TreesData } from "./trees-data.ts";

/**
 * Nodes and leaves of trees in one list: the roots first, then the two children of each node side by side, the left one at
 * `child`. A leaf is its own child and no value is above its threshold, so whoever has come there stays.
 */
export interface RankedNodes {
  readonly feature: Int32Array;
  readonly threshold: Float32Array;
  readonly child: Int32Array;
  /** What a leaf adds. */
  readonly value: Float64Array;
}

export function rankNodes(data: TreesData): RankedNodes {
  const size = data.feature.length + data.values.length;
  const feature = new Int32Array(size);
  const threshold = new Float32Array(size).fill(Number.POSITIVE_INFINITY);
  const child = new Int32Array(size);
  const value = new Float64Array(size);
  let free = data.roots.length;
  const open = Array.from(data.roots, (node, at) => ({ node, at }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, at } = next;
    child[at] = node < 0 ? at : free;
    if (node < 0) {
      value[at] = data.values[~node]!;
      continue;
    }
    feature[at] = data.feature[node]!;
    threshold[at] = data.threshold[node]!;
    open.push({ node: data.left[node]!, at: free }, { node: data.right[node]!, at: free + 1 });
    free += 2;
  }
  return { feature, threshold, child, value };
}
