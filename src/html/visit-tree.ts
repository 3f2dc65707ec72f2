import type { HtmlTree } from "./tree.ts";

/**
 * Visits all nodes below the document in tree order; `leave` is called after a node's children. Without recursion:
 * hostile pages nest without end.
 */
export function visitTree(tree: HtmlTree, enter: (node: number) => void, leave?: (node: number) => void): void {
  const { firstChild, nextSibling, parent } = tree;
  let node = firstChild[0]!;
  while (node > 0) {
    enter(node);
    if (firstChild[node]! >= 0) {
      node = firstChild[node]!;
      continue;
    }
    leave?.(node);
    while (nextSibling[node]! < 0) {
      node = parent[node]!;
      if (node <= 0) return;
      leave?.(node);
    }
    node = nextSibling[node]!;
  }
}
