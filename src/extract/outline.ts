import type { BlockKind } from "../core/block.ts";
import { TAG } from "../html/tags.ts";
import { textOf } from "../html/text.ts";
import { FOREIGN_SVG, type HtmlTree, INERT } from "../html/tree.ts";
import { visitTree } from "../html/visit-tree.ts";
import { hasInk } from "../text/whitespace.ts";
import { BLOCK_LEVEL, CELL, INVISIBLE, kindOf } from "./elements.ts";
import { isTableRow } from "./table-row.ts";

/** What an element hands down to the text in it, as bits. */
export const IN_LINK = 1;
export const IN_NOSCRIPT = 2;
/** Inside a row that is one block, where cells do not part. */
const IN_ROW = 4;
const UNSEEN = 8;

/** White space that a reader sees without there being a character: a line break or the gap between two cells. */
export interface Gap {
  /** Offset of the tag in the source. */
  readonly at: number;
  readonly text: "\n" | "\t";
}

/** A page's elements by rank, which is their order in the tree: the elements below rank r are r + 1 … exit[r] - 1. */
export class Outline {
  readonly tree: HtmlTree;
  count = 0;
  readonly node: Int32Array;
  readonly tag: Uint16Array;
  /** Rank of the parent; -1 for the outermost. */
  readonly parent: Int32Array;
  readonly exit: Int32Array;
  readonly depth: Int32Array;
  readonly state: Uint8Array;
  readonly kind: BlockKind[] = [];
  /** Visible texts, as nodes of the tree, in the order of the source. */
  readonly texts: number[] = [];
  /** Rank of the element a text stands in, by node. */
  readonly host: Int32Array;
  /** Equal for texts that no block boundary parts, by node. */
  readonly segment: Int32Array;
  readonly gaps: Gap[] = [];

  constructor(tree: HtmlTree) {
    this.tree = tree;
    this.node = new Int32Array(tree.size);
    this.tag = new Uint16Array(tree.size);
    this.parent = new Int32Array(tree.size);
    this.exit = new Int32Array(tree.size);
    this.depth = new Int32Array(tree.size);
    this.state = new Uint8Array(tree.size);
    this.host = new Int32Array(tree.size);
    this.segment = new Int32Array(tree.size);
  }
}

/** Walks a tree once, in its own order. */
export function outlineOf(tree: HtmlTree): Outline {
  const walk = new Walk(tree);
  visitTree(
    tree,
    (node) => walk.enter(node),
    (node) => walk.leave(node),
  );
  // The parser moves text out of tables; a reader of the source meets it where it stands.
  walk.outline.texts.sort((a, b) => a - b);
  walk.outline.gaps.sort((a, b) => a.at - b.at);
  return walk.outline;
}

class Walk {
  readonly outline: Outline;
  private readonly tree: HtmlTree;
  /** Rank of the innermost open element. */
  private open = -1;
  private segment = 0;
  private afterBreak = false;

  constructor(tree: HtmlTree) {
    this.tree = tree;
    this.outline = new Outline(tree);
  }

  enter(node: number): void {
    const tag = this.tree.tag[node]!;
    if (tag === TAG["#text"]) this.text(node);
    else this.element(node, tag);
  }

  leave(node: number): void {
    const tag = this.tree.tag[node]!;
    if (tag === TAG["#text"]) return;
    const { outline, open } = this;
    outline.exit[open] = outline.count;
    this.open = outline.parent[open]!;
    if (BLOCK_LEVEL[tag] && !(CELL[tag] && this.inRow())) this.part();
  }

  private element(node: number, tag: number): void {
    const { outline, open } = this;
    if (tag === TAG.br) this.lineBreak(node);
    else if (CELL[tag] && this.inRow()) this.gap(node, "\t");
    else if (BLOCK_LEVEL[tag]) this.part();
    const rank = outline.count++;
    outline.node[rank] = node;
    outline.tag[rank] = tag;
    outline.parent[rank] = open;
    outline.depth[rank] = open < 0 ? 0 : outline.depth[open]! + 1;
    const outer = open < 0 ? 0 : outline.state[open]!;
    const row = tag === TAG.tr ? isTableRow(this.tree, node) : (outer & IN_ROW) !== 0;
    let state = outer & ~IN_ROW;
    if (row) state |= IN_ROW;
    if (tag === TAG.a) state |= IN_LINK;
    if (tag === TAG.noscript) state |= IN_NOSCRIPT;
    if (INVISIBLE[tag] || (this.tree.flags[node]! & INERT) !== 0 || isDescription(this.tree, node)) state |= UNSEEN;
    outline.state[rank] = state;
    const outerKind = open < 0 ? "paragraph" : outline.kind[open]!;
    outline.kind.push(tag === TAG.tr && row ? "table" : row ? outerKind : (kindOf(tag) ?? outerKind));
    this.open = rank;
  }

  private text(node: number): void {
    const { outline, open } = this;
    if (open < 0 || (outline.state[open]! & UNSEEN) !== 0) return;
    outline.host[node] = open;
    outline.segment[node] = this.segment;
    outline.texts.push(node);
    if (this.afterBreak && hasInk(textOf(this.tree, node))) this.afterBreak = false;
  }

  /** Two line breaks with nothing between them are how pages without `<p>` part paragraphs. */
  private lineBreak(node: number): void {
    if (this.afterBreak) this.segment++;
    this.afterBreak = true;
    this.gap(node, "\n");
  }

  private gap(node: number, text: Gap["text"]): void {
    const { outline, open } = this;
    if (open >= 0 && (outline.state[open]! & UNSEEN) === 0) outline.gaps.push({ at: this.tree.start[node]!, text });
  }

  private part(): void {
    this.segment++;
    this.afterBreak = false;
  }

  private inRow(): boolean {
    return this.open >= 0 && (this.outline.state[this.open]! & IN_ROW) !== 0;
  }
}

/** What an SVG picture says of itself to those who do not see it. */
function isDescription(tree: HtmlTree, node: number): boolean {
  return (tree.flags[node]! & FOREIGN_SVG) !== 0 && tree.tag[node] === TAG.desc;
}
