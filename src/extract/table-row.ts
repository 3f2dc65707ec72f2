import { TAG } from "../html/tags.ts";
import { textOf } from "../html/text.ts";
import type { HtmlTree } from "../html/tree.ts";
import { hasInk } from "../text/whitespace.ts";
import { BLOCK_LEVEL, CELL } from "./elements.ts";

/**
 * Whether a row holds data: at least two cells, and in none of them a block-level element or a paragraph break made of
 * two `<br>`. Any other row only lays the page out. The search ends at the first such element, so it never enters an
 * inner table and stays linear however deep tables nest.
 */
export function isTableRow(tree: HtmlTree, row: number): boolean {
  let cells = 0;
  for (let child = tree.firstChild[row]!; child >= 0; child = tree.nextSibling[child]!) {
    if (tree.tag[child] === TAG["#text"]) continue;
    if (!CELL[tree.tag[child]!] || !holdsOneLine(tree, child)) return false;
    cells++;
  }
  return cells > 1;
}

function holdsOneLine(tree: HtmlTree, cell: number): boolean {
  let afterBreak = false;
  let node = tree.firstChild[cell]!;
  while (node >= 0 && node !== cell) {
    const tag = tree.tag[node]!;
    if (tag === TAG["#text"]) afterBreak &&= !hasInk(textOf(tree, node));
    else if (BLOCK_LEVEL[tag] || (tag === TAG.br && afterBreak)) return false;
    else if (tag === TAG.br) afterBreak = true;
    node = after(tree, node, cell);
  }
  return true;
}

/** The next node of a subtree in tree order; `root` itself at its end. */
function after(tree: HtmlTree, node: number, root: number): number {
  if (tree.tag[node] !== TAG["#text"] && tree.firstChild[node]! >= 0) return tree.firstChild[node]!;
  while (node !== root && tree.nextSibling[node]! < 0) node = tree.parent[node]!;
  return node === root ? root : tree.nextSibling[node]!;
}
