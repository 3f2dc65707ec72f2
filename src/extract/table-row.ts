import { hasInk } from "../text/whitespace.ts";
import { BLOCK_LEVEL, CELLS } from "./elements.ts";
import { isElement, isText, type TreeElement, type TreeNode } from "./tree.ts";

/**
 * Whether a row holds data: at least two cells, and in none of them a block-level element or a paragraph break made of
 * two `<br>`. Any other row only lays the page out. The search ends at the first such element, so it never enters an
 * inner table and stays linear however deep tables nest.
 */
export function isTableRow(row: TreeElement): boolean {
  let cells = 0;
  for (const child of row.children) {
    if (!isElement(child)) continue;
    if (!CELLS.has(child.name) || !holdsOneLine(child)) return false;
    cells++;
  }
  return cells > 1;
}

function holdsOneLine(cell: TreeElement): boolean {
  let afterBreak = false;
  const open: TreeNode[] = [...cell.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) afterBreak &&= !hasInk(node.data);
    else if (isElement(node)) {
      if (BLOCK_LEVEL.has(node.name) || (node.name === "br" && afterBreak)) return false;
      if (node.name === "br") afterBreak = true;
      for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as TreeNode);
    }
  }
  return true;
}
