import { attributesHash } from "./attributes.ts";
import { htmlKey } from "./element-keys.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** What a clone costs of a page's budget. */
const CLONE_COST = 256;

/** Notes an element just opened as one to open again when a block ends it. */
export function noteFormatting({ formatting, open, tree }: TreeBuilder, tag: number): void {
  const node = open.top;
  formatting.keepThree(tag, node, (other) => attributesHash(tree, tree.attributesAt[other]!));
  formatting.push(node, tag, open.depth - 1);
}

/** Opens the formatting elements again that blocks have ended, as long as the page's budget has it. */
export function reopenFormatting(builder: TreeBuilder): void {
  const { formatting, open, tree } = builder;
  if (!formatting.pending || formatting.isOpen(formatting.size - 1, open)) return;
  let entry = formatting.size - 1;
  while (entry > formatting.first && !formatting.isOpen(entry - 1, open)) entry--;
  for (; entry < formatting.size && builder.afford(CLONE_COST); entry++) {
    const node = builder.clone(formatting.nodeAt(entry));
    builder.place(node);
    open.push(node, htmlKey(tree.tag[node]!));
    formatting.replace(entry, node, open.depth - 1);
  }
}
