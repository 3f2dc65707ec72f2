import type { CheerioAPI } from "cheerio";

/** A parsed page, as cheerio holds it. */
export type TreeRoot = CheerioAPI["_root"];
export type TreeNode = TreeRoot["children"][number];
export type TreeElement = Extract<TreeNode, { attribs: unknown }>;
export type TreeText = Extract<TreeNode, { nodeType: 3 }>;

/** What {@link walkTree} calls, in tree order. */
export interface TreeVisitor {
  enter?(element: TreeElement): void;
  leave?(element: TreeElement): void;
  text?(text: TreeText): void;
}

/** Visits everything below `root`, template contents included. Keeps its own stack: hostile pages nest without end. */
export function walkTree(root: TreeRoot | TreeElement, visitor: TreeVisitor): void {
  const path: { readonly node: TreeRoot | TreeNode; readonly children: readonly TreeNode[]; next: number }[] = [];
  path.push({ node: root, children: root.children, next: 0 });
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const node = top.children[top.next++];
    if (!node) {
      path.pop();
      if (path.length > 0 && isElement(top.node)) visitor.leave?.(top.node);
    } else if (isText(node)) visitor.text?.(node);
    else if ("children" in node) {
      if (isElement(node)) visitor.enter?.(node);
      path.push({ node, children: node.children, next: 0 });
    }
  }
}

export function isElement(node: TreeRoot | TreeNode): node is TreeElement {
  return "attribs" in node;
}

export function isText(node: TreeNode): node is TreeText {
  return node.nodeType === 3;
}
