import { TAG } from "../html/tags.ts";
import { textOf } from "../html/text.ts";
import { type HtmlTree, INERT } from "../html/tree.ts";
import { visitTree } from "../html/visit-tree.ts";
import { hasInk } from "../text/whitespace.ts";
import type { Choice, Extractor } from "./extractor.ts";
import { loadReadability, parseInert, textNodes } from "./inert-dom.ts";
import type { Outline } from "./outline.ts";
import type { Page } from "./page.ts";

/** Elements inside elements: browsers themselves nest no deeper, and real pages stay below 50. */
const DEEPEST = 512;
/**
 * Sum of the depths of all elements. Readability reads the text below an element again for every element around it, so this
 * is what its time grows with; real pages stay below a tenth of it, and at the limit it takes some seconds.
 */
const LARGEST = 4_000_000;

/**
 * The reference extractor: Mozilla's Readability on jsdom. It answers with nodes of the page because every text node of
 * its own document carries the index of its twin. No article is found, too, where a page is too deep or too large for
 * it, where Readability throws, and where the two parsers disagree on what the page's text nodes are.
 */
export const readability: Extractor = {
  name: "readability",
  choose(page) {
    try {
      return choose(page);
    } catch {
      // Both packages throw errors of many kinds on hostile pages, and all of them mean that there is no answer.
      return undefined;
    }
  },
};

/** The nodes of the page's tree that a text of jsdom's document stands for: jsdom joins neighbours. */
type Identities = WeakMap<Node, readonly number[]>;

function choose(page: Page): Choice | undefined {
  if (isBeyondLimits(page.measured.outline)) return undefined;
  const document = parseInert(page.html);
  const identities = identify(document, page);
  if (!identities || !document.body) return undefined;
  keepIdentities(document.body, identities);
  spareScriptLinks(document);
  const Readability = loadReadability();
  const content = new Readability<Node>(document, { serializer: (node) => node }).parse()?.content;
  if (!content) return undefined;
  const visible = new Set(page.measured.outline.texts.filter((node) => hasInk(textOf(page.tree, node))));
  const kept = new Set<number>();
  for (const text of textNodes(content))
    for (const node of identities.get(text) ?? []) if (visible.has(node)) kept.add(node);
  return kept.size > 0 ? { kept } : undefined;
}

/** Pairs the texts of both trees in order; `undefined` unless they are the same, one by one. */
function identify(document: Document, { tree }: Page): Identities | undefined {
  const identities: Identities = new WeakMap();
  const own = textsInTreeOrder(tree);
  let at = 0;
  for (const text of textNodes(document)) {
    const nodes: number[] = [];
    let data = "";
    while (data.length < text.data.length && at < own.length) {
      nodes.push(own[at]!);
      data += textOf(tree, own[at++]!);
    }
    if (data !== text.data) return undefined;
    identities.set(text, nodes);
  }
  return at === own.length ? identities : undefined;
}

/** Texts that are not empty, those in templates left out. */
function textsInTreeOrder(tree: HtmlTree): readonly number[] {
  const texts: number[] = [];
  visitTree(tree, (node) => {
    if (tree.tag[node] === TAG["#text"] && (tree.flags[node]! & INERT) === 0 && textOf(tree, node) !== "")
      texts.push(node);
  });
  return texts;
}

function isBeyondLimits({ depth, count }: Outline): boolean {
  let [deepest, total] = [0, 0];
  for (let rank = 0; rank < count; rank++) {
    deepest = Math.max(deepest, depth[rank]!);
    total += depth[rank]!;
  }
  return deepest > DEEPEST || total > LARGEST;
}

/**
 * When a pass finds too little, Readability puts the body back from the string it had read from `innerHTML`, and looks
 * again with other flags. Nodes made from a string have no identity, so this one property of this one element keeps a
 * copy of the tree instead: reading takes it, writing puts a fresh copy of it back.
 */
function keepIdentities(body: HTMLElement, identities: Identities): void {
  let snapshot: Node = body;
  Object.defineProperty(body, "innerHTML", {
    get: () => {
      snapshot = copy(body, identities);
      return "";
    },
    set: () => {
      const restored = copy(snapshot, identities);
      body.replaceChildren();
      while (restored.firstChild) body.append(restored.firstChild);
    },
  });
}

function copy(node: Node, identities: Identities): Node {
  const copied = node.cloneNode(true);
  const originals = textNodes(node);
  for (const text of textNodes(copied)) {
    const nodes = identities.get(originals.next().value as Text);
    if (nodes) identities.set(text, nodes);
  }
  return copied;
}

/** Readability replaces links to scripts, and with them their text nodes; links to nowhere it leaves alone. */
function spareScriptLinks(document: Document): void {
  for (const link of document.querySelectorAll('a[href^="javascript:"]')) link.setAttribute("href", "about:blank");
}
