import type { TreesData } from "./trees-data.ts";

/** A way has room for as many nodes and leaves. */
const MOST = 2 ** 16;

/**
 * Nodes and leaves of trees in one list: the roots first, then the two children of each node side by side, the left one at
 * the low 16 bits of `way`. A leaf is its own child and no value is above its threshold, so whoever has come there stays.
 */
export interface RankedNodes {
  /** Child and, from bit 16 on, feature in one number: what is read at each step costs more than what is counted. */
  readonly way: Int32Array;
  readonly threshold: Float32Array;
  /** What a leaf adds. */
  readonly value: Float64Array;
}

/** Throws a `RangeError` where there are more nodes and leaves, or features, than a way has room for. */
export function rankNodes(data: TreesData): RankedNodes {
  const size = data.feature.length + data.values.length;
  if (Math.max(size, data.inputs.length) > MOST)
    throw new RangeError(`${size} nodes and leaves over ${data.inputs.length} features: at most ${MOST} of each`);
  const way = new Int32Array(size);
  const threshold = new Float32Array(size).fill(Number.POSITIVE_INFINITY);
  const value = new Float64Array(size);
  let free = data.roots.length;
  const open = Array.from(data.roots, (node, at) => ({ node, at }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, at } = next;
    if (node < 0) {
      way[at] = at;
      value[at] = data.values[~node]!;
      continue;
    }
    way[at] = free | (data.feature[node]! << 16);
    threshold[at] = data.threshold[node]!;
    open.push({ node: data.left[node]!, at: free }, { node: data.right[node]!, at: free + 1 });
    free += 2;
  }
  return { way, threshold, value };
}
