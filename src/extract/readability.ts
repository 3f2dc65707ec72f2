import { hasInk } from "../text/whitespace.ts";
import type { Extractor } from "./extractor.ts";
import { loadReadability, parseInert, textNodes } from "./inert-dom.ts";
import type { Page, TextNode } from "./page.ts";
import { type TreeText, walkTree } from "./tree.ts";

/** Elements inside elements: browsers themselves nest no deeper, and real pages stay below 50. */
const DEEPEST = 512;
/**
 * Sum of the depths of all nodes. Readability reads the text below an element again for every element around it, so this
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

type Identities = WeakMap<Node, number>;

function choose(page: Page): ReadonlySet<number> | undefined {
  const twins = treeTexts(page);
  if (!twins) return undefined;
  const document = parseInert(page.html);
  const identities = identify(document, twins, page);
  if (!identities || !document.body) return undefined;
  keepIdentities(document.body, identities);
  spareScriptLinks(document);
  const Readability = loadReadability();
  const content = new Readability<Node>(document, { serializer: (node) => node }).parse()?.content;
  if (!content) return undefined;
  const kept = new Set<number>();
  for (const text of textNodes(content)) {
    const index = identities.get(text);
    if (index !== undefined && hasInk(text.data)) kept.add(index);
  }
  return kept.size > 0 ? kept : undefined;
}

/** Pairs the text nodes of both trees in order; `undefined` unless they are the same, one by one. */
function identify(document: Document, twins: readonly TreeText[], page: Page): Identities | undefined {
  const indices = new Map(page.nodes.map(({ node }: TextNode, index) => [node, index]));
  const identities: Identities = new WeakMap();
  let at = 0;
  for (const text of textNodes(document)) {
    const twin = twins[at++];
    if (!twin || twin.data !== text.data) return undefined;
    const index = indices.get(twin);
    if (index !== undefined) identities.set(text, index);
  }
  return at === twins.length ? identities : undefined;
}

/** Text nodes in tree order, those in templates left out; `undefined` for a page beyond the limits. */
function treeTexts(page: Page): readonly TreeText[] | undefined {
  const texts: TreeText[] = [];
  let [depth, deepest, total, templates] = [0, 0, 0, 0];
  walkTree(page.$._root, {
    enter({ name }) {
      if (name === "template") templates++;
      total += ++depth;
      deepest = Math.max(deepest, depth);
    },
    leave({ name }) {
      if (name === "template") templates--;
      depth--;
    },
    text(node) {
      if (templates === 0) texts.push(node);
      total += depth;
    },
  });
  return deepest > DEEPEST || total > LARGEST ? undefined : texts;
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
    const index = identities.get(originals.next().value as Text);
    if (index !== undefined) identities.set(text, index);
  }
  return copied;
}

/** Readability replaces links to scripts, and with them their text nodes; links to nowhere it leaves alone. */
function spareScriptLinks(document: Document): void {
  for (const link of document.querySelectorAll('a[href^="javascript:"]')) link.setAttribute("href", "about:blank");
}
