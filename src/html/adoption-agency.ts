import { closeAny } from "./closing.ts";
import { DEFAULT_SCOPE, htmlKey, tagOf } from "./element-keys.ts";
import { RESTACK_COST, type TreeBuilder } from "./tree-builder.ts";

/** How often HTML goes round for one end tag. */
const ROUNDS = 8;
/** Formatting elements between the ended one and the block that are copied; HTML forgets those further out. */
const COPIED = 3;

/** What a child that gets another parent costs of a page's budget. */
const MOVE_COST = 4;

/**
 * Ends a formatting element although a block inside it is still open: the element is made again inside the block
 * (HTML's adoption agency algorithm). Where the page's budget is spent it ends the block too.
 */
export function adopt(builder: TreeBuilder, tag: number): void {
  const { open, formatting } = builder;
  if (open.topKey === htmlKey(tag) && formatting.entryOf(open.top) < 0) open.pop();
  else for (let round = 0; round < ROUNDS && adoptOnce(builder, tag); round++);
}

/** False when nothing is left to do. */
function adoptOnce(builder: TreeBuilder, tag: number): boolean {
  const { open, formatting } = builder;
  const entry = formatting.lastOf(tag);
  const at = entry < 0 ? -1 : formatting.placeOf(entry);
  if (entry < 0) closeAny(builder, tag);
  else if (!formatting.isOpen(entry, open)) formatting.remove(entry);
  else if (at >= open.boundary(DEFAULT_SCOPE)) {
    const block = open.firstSpecialAfter(at);
    if (block >= 0 && builder.afford(RESTACK_COST * (open.depth - at + 4))) {
      moveInto(builder, at, block);
      return true;
    }
    open.popTo(at);
    formatting.remove(entry);
  }
  return false;
}

/** One round: the element at `at` on the stack is ended before the block and opened again in it. */
function moveInto(builder: TreeBuilder, at: number, block: number): void {
  const { open, formatting, tree } = builder;
  const ended = open.nodes[at]!;
  const furthest = open.nodes[block]!;
  const copies = copyBetween(builder, at, block);
  let last = furthest;
  for (const copy of copies) {
    tree.detach(last);
    tree.append(copy, last);
    last = copy;
  }
  tree.detach(last);
  builder.placeIn(open.nodes[at - 1]!, open.keys[at - 1]!, last);
  const again = builder.clone(ended);
  builder.afford(MOVE_COST * tree.moveChildren(furthest, again));
  tree.append(furthest, again);
  // The list has it right after the innermost copy, or where the ended one was.
  const before = formatting.entryOf(copies[0] ?? ended);
  formatting.insert(before + 1, again, tagOf(open.keys[at]!), at + copies.length + 1);
  formatting.remove(formatting.entryOf(ended));
  restack(builder, at, block, copies, again);
}

/** Copies what stands between the ended element and the block, innermost first; what is not to be copied is closed. */
function copyBetween(builder: TreeBuilder, at: number, block: number): number[] {
  const { open, formatting } = builder;
  const copies: number[] = [];
  for (let i = block - 1, seen = 1; i > at; i--, seen++) {
    const entry = formatting.entryOf(open.nodes[i]!);
    if (entry < 0) continue;
    if (seen > COPIED) formatting.remove(entry);
    else {
      const copy = builder.clone(open.nodes[i]!);
      formatting.replace(entry, copy, i);
      copies.push(copy);
    }
  }
  return copies;
}

/** Opens the copies, the block and the new element in the place of all from `at` to the block. */
function restack(builder: TreeBuilder, at: number, block: number, copies: readonly number[], again: number): void {
  const { open, formatting, tree } = builder;
  const key = open.keys[at]!;
  const nodes = open.nodes.slice(block, open.depth);
  const keys = open.keys.slice(block, open.depth);
  open.popTo(at);
  for (const copy of copies.toReversed()) {
    formatting.replace(formatting.entryOf(copy), copy, open.depth);
    open.push(copy, htmlKey(tree.tag[copy]!));
  }
  open.push(nodes[0]!, keys[0]!);
  open.push(again, key);
  formatting.shift(block, open.depth - 1 - block);
  for (let i = 1; i < nodes.length; i++) open.push(nodes[i]!, keys[i]!);
}
