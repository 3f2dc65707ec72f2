import { createRequire } from "node:module";
import type { CheerioAPI } from "cheerio";
import type { ChildNode, Document as DomDocument, Element as DomElement, ParentNode } from "domhandler";
import { AttributeCursor } from "../html/attributes.ts";
import { TAG, TAG_NAMES } from "../html/tags.ts";
import { textOf } from "../html/text.ts";
import type { HtmlTree } from "../html/tree.ts";
import { visitTree } from "../html/visit-tree.ts";

const require = createRequire(import.meta.url);

/** Finds elements of a page, as nodes of its tree in its order. Throws where the selector is none. */
export type Select = (selector: string) => readonly number[];

/**
 * cheerio's selectors over the page's own tree: its nodes are handed over as the ones cheerio works on, so that what is
 * selected needs no mapping back. cheerio is loaded on the first call, since few pages have rules.
 */
export function selector(tree: HtmlTree): Select {
  const { root, nodes } = domOf(tree);
  const $ = load(root);
  return (selected) =>
    $(selected)
      .toArray()
      .flatMap((element) => nodes.get(element) ?? []);
}

/** What is wrong with a CSS selector; `undefined` when nothing is. */
export function selectorFault(selected: string): string | undefined {
  try {
    load("<p>")("p").is(selected);
    return selected.trim() === "" ? "the selector is empty" : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function load(content: string | DomDocument): CheerioAPI {
  return (require("cheerio") as typeof import("cheerio")).load(content);
}

function domOf(tree: HtmlTree): { root: DomDocument; nodes: ReadonlyMap<unknown, number> } {
  const { Document, Element, Text } = require("domhandler") as typeof import("domhandler");
  const root = new Document([]);
  const nodes = new Map<unknown, number>();
  let open: ParentNode = root;
  visitTree(
    tree,
    (node) => {
      const tag = tree.tag[node]!;
      if (tag === TAG["#text"]) return append(open, new Text(textOf(tree, node)));
      const element: DomElement = new Element(tagName(tree, tag), attributesOf(tree, node));
      nodes.set(element, node);
      append(open, element);
      open = element;
    },
    (node) => {
      if (tree.tag[node] !== TAG["#text"]) open = open.parent!;
    },
  );
  return { root, nodes };
}

function append(parent: ParentNode, child: ChildNode): void {
  const last = parent.children.at(-1);
  child.parent = parent;
  if (last) [last.next, child.prev] = [child, last];
  parent.children.push(child);
}

function tagName(tree: HtmlTree, tag: number): string {
  return TAG_NAMES[tag] ?? tree.otherNames[tag - TAG_NAMES.length]!;
}

function attributesOf(tree: HtmlTree, node: number): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  const cursor = new AttributeCursor(tree).on(node);
  while (cursor.next()) {
    const name = tree.source.slice(cursor.nameStart, cursor.nameEnd).toLowerCase();
    attributes[name] ??= cursor.value();
  }
  return attributes;
}
