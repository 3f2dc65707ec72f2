import { elementText } from "./element-text.ts";
import type { PageFacts } from "./page-facts.ts";
import { isElement, type TreeElement } from "./tree.ts";

const FIELDS: ReadonlySet<string> = new Set(["headline", "author", "datePublished", "dateModified", "inLanguage"]);

/** Types whose fields are the page's own; a comment's author or a product's date is not. */
export const ARTICLE_TYPE: RegExp = /(?:Article|Posting|Report|Recipe|HowTo)$/;

/** Adds an `itemprop` under `microdata:<field>` when it belongs to an article, or to no item at all. */
export function addMicrodata(facts: PageFacts, element: TreeElement, scope: string | undefined): void {
  if (scope !== undefined && !ARTICLE_TYPE.test(scope)) return;
  for (const field of (element.attribs["itemprop"] ?? "").split(/\s+/)) {
    const key = `microdata:${field}`;
    if (FIELDS.has(field) && !facts.isFull(key)) facts.add(key, statedValue(element));
  }
}

function statedValue(element: TreeElement): string {
  const { content, datetime } = element.attribs as { readonly content?: string; readonly datetime?: string };
  return content ?? datetime ?? elementText(nameIn(element) ?? element);
}

/** An author given as an item of its own says its name in a property near the top. */
function nameIn(element: TreeElement): TreeElement | undefined {
  const level: TreeElement[] = element.children.filter(isElement);
  for (const child of [...level, ...level.flatMap(({ children }) => children.filter(isElement))])
    if (child.attribs["itemprop"]?.split(/\s+/).includes("name")) return child;
  return undefined;
}
