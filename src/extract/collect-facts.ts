import { AttributeCursor, attribute } from "../html/attributes.ts";
import { TAG } from "../html/tags.ts";
import { textOf } from "../html/text.ts";
import { FOREIGN_SVG, type HtmlTree, INERT } from "../html/tree.ts";
import { addLicence, addLink, addMeta, addTime } from "./element-facts.ts";
import { elementText } from "./element-text.ts";
import { addJsonLd } from "./json-ld.ts";
import { addMicrodata } from "./microdata.ts";
import { PageFacts } from "./page-facts.ts";

/** Nodes after a headline in which its byline and date stand. Beyond them begin the text, and other articles. */
const REACH = 60;
/** Shortest and longest text that can be a line with a date, in UTF-16 code units. */
const [SHORTEST_DATE, LONGEST_DATE] = [8, 60];
const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:by-?line|author|autor|auteur|verfasser|redakteur)s?(?:[_-]+(?:name|link))?(?:$|\s)/i;

/** Everything a page says of itself, in one walk over its tree in the order of the document. */
export function collectFacts(tree: HtmlTree): PageFacts {
  const walk = new FactWalk(tree);
  let node = 0;
  while (node >= 0) {
    let next = walk.enter(node) ? (tree.firstChild[node] as number) : -1;
    while (next < 0 && node >= 0) {
      walk.leave(node);
      next = tree.nextSibling[node] as number;
      if (next < 0) node = tree.parent[node] as number;
    }
    node = next;
  }
  return walk.finish();
}

class FactWalk {
  private readonly tree: HtmlTree;
  private readonly facts = new PageFacts();
  private readonly scripts: string[] = [];
  /** Microdata items around the walk, innermost last. */
  private readonly scopes: { readonly type: string; readonly node: number }[] = [];
  /** Whether the element at hand opens one. */
  private opened = false;
  /** Nodes since the last headline. */
  private sinceTitle: number = REACH;
  private readonly cursor: AttributeCursor;

  constructor(tree: HtmlTree) {
    this.tree = tree;
    this.cursor = new AttributeCursor(tree);
  }

  /** Takes a node's facts; false where nothing inside it is of interest. */
  enter(node: number): boolean {
    const { tree } = this;
    this.sinceTitle++;
    if ((tree.flags[node] as number) & INERT) return false;
    if (tree.tag[node] === TAG["#text"]) this.takeText(node);
    else if ((tree.attributesAt[node] as number) >= 0) this.takeAttributes(node);
    return this.takeElement(node);
  }

  leave(node: number): void {
    if (this.scopes.at(-1)?.node === node) this.scopes.pop();
  }

  finish(): PageFacts {
    addJsonLd(this.facts, this.scripts);
    return this.facts;
  }

  private takeElement(node: number): boolean {
    const { tree, facts } = this;
    const tag = tree.tag[node];
    if (tag === TAG.title) {
      if (!((tree.flags[node] as number) & FOREIGN_SVG)) facts.add("title", elementText(tree, node));
    } else if (tag === TAG.h1) {
      if (!facts.isFull("h1")) facts.add("h1", elementText(tree, node));
      this.sinceTitle = 0;
    } else if (tag === TAG.time) addTime(facts, tree, node, this.sinceTitle < REACH);
    else if (tag === TAG.script) this.takeScript(node);
    return tag !== TAG.script && tag !== TAG.style && tag !== TAG.title;
  }

  private takeScript(node: number): void {
    const text = this.tree.firstChild[node] as number;
    if (text >= 0 && /^\s*application\/ld\+json\b/i.test(attribute(this.tree, node, "type") ?? ""))
      this.scripts.push(textOf(this.tree, text));
  }

  private takeAttributes(node: number): void {
    const { tree, facts } = this;
    const tag = tree.tag[node];
    if (tag === TAG.meta) addMeta(facts, tree, node);
    else if (tag === TAG.link) addLink(facts, tree, node);
    else if (tag === TAG.base) facts.add("base:href", attribute(tree, node, "href"));
    else if (tag === TAG.html)
      facts.add("html:lang", attribute(tree, node, "lang") ?? attribute(tree, node, "xml:lang"));
    const { cursor } = this;
    for (cursor.on(node); cursor.next(); ) {
      // Nearly all elements have none of these: the length of a name is compared before the name.
      const length = cursor.nameEnd - cursor.nameStart;
      if (length === 8 && cursor.isNamed("itemprop")) this.takeProperty(node, cursor.value());
      else if (length === 9 && cursor.isNamed("itemscope")) this.opened = true;
      else if (length === 3 && tag === TAG.a && cursor.isNamed("rel")) addLink(facts, tree, node);
      else if (length === 4 && tag === TAG.a && cursor.isNamed("href")) addLicence(facts, tree.source, cursor);
      else if (length === 5 && this.sinceTitle < REACH && cursor.isNamed("class")) this.takeClass(node, cursor.value());
    }
    if (this.opened) this.scopes.push({ type: attribute(tree, node, "itemtype") ?? "", node });
    this.opened = false;
  }

  private takeProperty(node: number, properties: string): void {
    addMicrodata(this.facts, this.tree, node, properties, this.scopes.at(-1)?.type);
  }

  private takeClass(node: number, classes: string): void {
    if (!this.facts.isFull("class:author") && AUTHOR_CLASS.test(classes))
      this.facts.add("class:author", elementText(this.tree, node));
  }

  /** Lines near the headline that could hold its date. */
  private takeText(node: number): void {
    const { tree, facts } = this;
    const length = (tree.end[node] as number) - (tree.start[node] as number);
    if (this.sinceTitle >= REACH || length < SHORTEST_DATE || facts.isFull("text:near-title")) return;
    const text = length > LONGEST_DATE * 2 ? "" : textOf(tree, node).trim();
    if (text.length <= LONGEST_DATE && /\p{Nd}{4}/u.test(text)) facts.add("text:near-title", text);
  }
}
