import { TAG } from "../html/tags.ts";
import { textOf } from "../html/text.ts";
import type { HtmlTree } from "../html/tree.ts";

/** Nodes looked at: what names an author or a headline is small, and hostile pages nest one such element in another. */
const MOST_NODES = 200;

/** The text in an element, up to a bound that no title or name comes near. */
export function elementText(tree: HtmlTree, element: number): string {
  let text = "";
  let node = tree.firstChild[element] as number;
  for (let seen = 0; node >= 0 && seen < MOST_NODES; seen++) {
    const tag = tree.tag[node];
    if (tag === TAG["#text"]) text += textOf(tree, node);
    else if (tag === TAG.br) text += " ";
    const inside = tag === TAG.script || tag === TAG.style ? -1 : (tree.firstChild[node] as number);
    node = inside >= 0 ? inside : nodeAfter(tree, node, element);
  }
  return text;
}

/** The node that follows another and all that is in it, in document order; -1 at the end of `root`. */
function nodeAfter(tree: HtmlTree, node: number, root: number): number {
  let from = node;
  while (from !== root && from >= 0) {
    const next = tree.nextSibling[from] as number;
    if (next >= 0) return next;
    from = tree.parent[from] as number;
  }
  return -1;
}
