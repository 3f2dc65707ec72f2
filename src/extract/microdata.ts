import { attribute } from "../html/attributes.ts";
import type { HtmlTree } from "../html/tree.ts";
import { elementText } from "./element-text.ts";
import type { PageFacts } from "./page-facts.ts";

const FIELDS: ReadonlySet<string> = new Set([
  ...["headline", "author", "datePublished", "dateModified", "inLanguage", "description", "image", "keywords"],
  ...["license", "thumbnailUrl"],
]);
/** Children looked at for a name, on each of two levels. */
const MOST_CHILDREN = 100;

/** Types whose fields are the page's own; a comment's author or a product's date is not. */
export const ARTICLE_TYPE: RegExp = /(?:Article|Posting|Report|Recipe|HowTo)$/;

/** Adds an `itemprop` under `microdata:<field>` when it belongs to an article, or to no item at all. */
export function addMicrodata(
  facts: PageFacts,
  tree: HtmlTree,
  element: number,
  properties: string,
  scope: string | undefined,
): void {
  if (scope !== undefined && !ARTICLE_TYPE.test(scope)) return;
  for (const field of properties.split(/\s+/)) {
    const key = `microdata:${field}`;
    if (FIELDS.has(field) && !facts.isFull(key)) facts.add(key, statedValue(tree, element, field));
  }
}

function statedValue(tree: HtmlTree, element: number, field: string): string {
  const stated = attribute(tree, element, "content") ?? attribute(tree, element, "datetime");
  if (stated !== undefined) return stated;
  const address = /^(?:image|license|thumbnailUrl)$/.test(field)
    ? (attribute(tree, element, "href") ?? attribute(tree, element, "src"))
    : undefined;
  return address ?? elementText(tree, nameIn(tree, element) ?? element);
}

/** An author given as an item of its own says its name in a property near the top. */
function nameIn(tree: HtmlTree, element: number): number | undefined {
  const level = childrenOf(tree, element);
  for (const child of [...level, ...level.flatMap((inner) => childrenOf(tree, inner))].slice(0, MOST_CHILDREN))
    if (attribute(tree, child, "itemprop")?.split(/\s+/).includes("name")) return child;
  return undefined;
}

function childrenOf(tree: HtmlTree, element: number): readonly number[] {
  const children: number[] = [];
  for (let child = tree.firstChild[element] as number; child >= 0; child = tree.nextSibling[child] as number) {
    if (children.length === MOST_CHILDREN) break;
    children.push(child);
  }
  return children;
}
