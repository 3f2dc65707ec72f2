import { ActiveFormatting } from "./active-formatting.ts";
import { attributeOf } from "./attributes.ts";
import { htmlKey, mathKey, svgKey } from "./element-keys.ts";
import { GrowingTree } from "./growing-tree.ts";
import { Mode } from "./insertion-mode.ts";
import { OpenElements } from "./open-elements.ts";
import { SourceText } from "./source-text.ts";
import { TagScanner } from "./tag-scanner.ts";
import { TAG } from "./tags.ts";
import { CLONE, ENCODED, FOREIGN_MATH, FOREIGN_SVG, RAW } from "./tree.ts";

/** What an open element that is opened at another place costs of a page's budget. */
export const RESTACK_COST = 16;

/** Between which the nodes that an element misplaced in a table are put: elements whose children only tables know. */
const TABLE_PARTS: ReadonlySet<number> = new Set([TAG.table, TAG.tbody, TAG.tfoot, TAG.thead, TAG.tr].map(htmlKey));

/** Everything HTML's tree construction keeps in mind while it reads a page. */
export class TreeBuilder {
  readonly tree: GrowingTree;
  readonly open: OpenElements = new OpenElements();
  readonly formatting: ActiveFormatting = new ActiveFormatting();
  readonly text: SourceText;
  readonly scanner: TagScanner;
  /** Offset of what is read next. */
  position = 0;
  /** Offset of what is dealt with: where elements that it implies stand. */
  at = 0;
  mode: number = Mode.Initial;
  readonly templateModes: number[] = [];
  head = -1;
  form = -1;
  framesetOk = true;
  quirks = false;
  /** What would go into a table goes before it. */
  fostering = false;
  /** Flags of the text that is dealt with: `RAW` or none. */
  textFlags = 0;
  /** Everything from here on is text. */
  plaintext = false;
  /** Flags every new node gets: `INERT` inside templates. */
  inert = 0;
  private budget: number;

  constructor(source: string, units: Uint16Array) {
    this.tree = GrowingTree.of(source);
    this.text = new SourceText(source, units);
    this.scanner = new TagScanner(this.tree, units);
    this.budget = 2 ** 20 + source.length * 32;
    this.tree.add(TAG["#document"], 0, 0, source.length, -1);
  }

  /**
   * Pays for work that HTML does not bound: copies of formatting elements and rearranged nesting. False when the page's
   * budget, which grows with its length, is spent: then the caller takes a cheaper way.
   */
  afford(cost: number): boolean {
    this.budget -= cost;
    return this.budget >= 0;
  }

  /** Makes an element of the tag just read, as a child of the innermost one, and opens it. */
  insertElement(tag: number): number {
    const node = this.insertVoid(tag);
    this.open.push(node, htmlKey(tag));
    return node;
  }

  /** Makes an element that has no content. */
  insertVoid(tag: number): number {
    const { start, end, attributesAt } = this.scanner;
    const node = this.tree.add(tag, this.inert, start, end, attributesAt);
    this.place(node);
    return node;
  }

  /** Makes and opens an element that the page leaves out. */
  imply(tag: number): number {
    const { at } = this;
    const node = this.tree.add(tag, this.inert, at, at, -1);
    if (this.open.depth === 0) this.tree.append(0, node);
    else this.place(node);
    this.open.push(node, htmlKey(tag));
    return node;
  }

  insertForeign(tag: number, flag: number): void {
    const { start, end, attributesAt, selfClosing } = this.scanner;
    const node = this.tree.add(tag, this.inert | flag, start, end, attributesAt);
    this.place(node);
    if (!selfClosing) this.open.push(node, flag === FOREIGN_SVG ? svgKey(tag) : mathKey(tag));
  }

  /** A second element of the same tag, which stands nowhere yet. */
  clone(node: number): number {
    const { tree } = this;
    const flags = this.inert | CLONE | (tree.flags[node]! & (FOREIGN_SVG | FOREIGN_MATH));
    return tree.add(tree.tag[node]!, flags, tree.start[node]!, tree.end[node]!, tree.attributesAt[node]!);
  }

  /** Makes a text, unless it is empty. */
  insertText(start: number, end: number, flags = 0): void {
    if (start >= end) return;
    const { text } = this;
    const encoded = flags & RAW ? text.hasControls(start, end) : text.isEncoded(start, end);
    this.place(this.tree.add(TAG["#text"], flags | this.inert | (encoded ? ENCODED : 0), start, end, -1));
  }

  /** Makes the text of a script or a style sheet, which no reader sees, so that nothing in it is encoded. */
  insertCode(start: number, end: number): void {
    if (start < end) this.place(this.tree.add(TAG["#text"], RAW | this.inert, start, end, -1));
  }

  /** Puts a new node where HTML says: into the innermost element, or before a table that cannot have it. */
  place(node: number): void {
    if (this.fostering && TABLE_PARTS.has(this.open.topKey)) this.foster(node);
    else this.tree.append(this.open.top, node);
  }

  /** Puts a node into `parent`, or before the table that `parent` is part of. */
  placeIn(parent: number, key: number, node: number): void {
    if (TABLE_PARTS.has(key)) this.foster(node);
    else this.tree.append(parent, node);
  }

  private foster(node: number): void {
    const { open, tree } = this;
    const table = open.find(htmlKey(TAG.table));
    const template = open.find(htmlKey(TAG.template));
    if (template >= 0 && template > table) tree.append(open.nodes[template]!, node);
    else if (table < 0) tree.append(open.nodes[0]!, node);
    else if (tree.parent[open.nodes[table]!]! >= 0) tree.insertBefore(open.nodes[table]!, node);
    else tree.append(open.nodes[table - 1]!, node);
  }

  /** Whether the tag just read is an `<input type=hidden>`. */
  isHiddenInput(): boolean {
    return attributeOf(this.tree, this.scanner.attributesAt, "type")?.toLowerCase() === "hidden";
  }

  /** Closes the element at `at` but none inside it, if the page's budget has it. */
  closeAlone(at: number): void {
    const { open } = this;
    if (at < 0 || !this.afford(RESTACK_COST * (open.depth - at))) return;
    const nodes = open.nodes.slice(at + 1, open.depth);
    const keys = open.keys.slice(at + 1, open.depth);
    open.popTo(at);
    for (const [i, node] of nodes.entries()) open.push(node, keys[i]!);
    this.formatting.shift(at, -1);
  }

  /** Closes the innermost open element of that name and all inside it, where one is in scope. */
  close(tag: number, scope: number): boolean {
    const at = this.open.inScope(tag, scope);
    if (at >= 0) this.open.popTo(at);
    return at >= 0;
  }

  /** Closes elements until the innermost is of one of those keys, the root at last. */
  closeUntil(keys: ReadonlySet<number>): void {
    const { open } = this;
    let depth = open.depth;
    while (depth > 1 && !keys.has(open.keys[depth - 1]!)) depth--;
    if (depth < open.depth) open.popTo(depth);
  }
}
