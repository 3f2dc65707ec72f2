import { isElement, isText, type TreeElement, type TreeNode } from "./tree.ts";

/** Nodes looked at: what names an author or a headline is small, and hostile pages nest one such element in another. */
const MOST_NODES = 200;

/** The text in an element, up to a bound that no title or name comes near. */
export function elementText(element: TreeElement): string {
  let text = "";
  let seen = 0;
  const open: TreeNode[] = element.children.slice(0, MOST_NODES).reverse();
  for (let node = open.pop(); node && seen < MOST_NODES; node = open.pop(), seen++) {
    if (isText(node)) text += node.data;
    else if (isElement(node) && node.name !== "script" && node.name !== "style") {
      if (node.name === "br") text += " ";
      open.push(...node.children.slice(0, MOST_NODES).reverse());
    }
  }
  return text;
}
