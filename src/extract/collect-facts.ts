import { elementText } from "./element-text.ts";
import { addJsonLd } from "./json-ld.ts";
import { addMicrodata } from "./microdata.ts";
import { PageFacts } from "./page-facts.ts";
import { isText, type TreeElement, type TreeRoot, walkTree } from "./tree.ts";

/** Everything a page says of itself, in one walk over its tree. */
export function collectFacts(root: TreeRoot): PageFacts {
  const facts = new PageFacts();
  const scripts: string[] = [];
  /** Item types of the microdata scopes around the walk, innermost last. */
  const scopes: string[] = [];
  walkTree(root, {
    enter(element) {
      const { attribs } = element;
      addElement(facts, element, scripts);
      if (attribs["itemprop"] !== undefined) addMicrodata(facts, element, scopes.at(-1));
      if (attribs["itemscope"] !== undefined) scopes.push(attribs["itemtype"] ?? "");
    },
    leave({ attribs }) {
      if (attribs["itemscope"] !== undefined) scopes.pop();
    },
  });
  addJsonLd(facts, scripts);
  return facts;
}

function addElement(facts: PageFacts, element: TreeElement, scripts: string[]): void {
  const { name, attribs } = element;
  if (name === "meta") addMeta(facts, attribs);
  else if (name === "html") facts.add("html:lang", attribs["lang"] ?? attribs["xml:lang"]);
  else if (name === "link" && hasWord(attribs["rel"], "canonical")) facts.add("link:canonical", attribs["href"]);
  else if (name === "title" && !element.namespace?.endsWith("/svg")) facts.add("title", elementText(element));
  else if (name === "h1" && !facts.isFull("h1")) facts.add("h1", elementText(element));
  else if (name === "time") addTime(facts, element);
  else if (name === "script" && /^\s*application\/ld\+json\b/i.test(attribs["type"] ?? "")) {
    const [text] = element.children;
    if (text && isText(text)) scripts.push(text.data);
  }
}

function addMeta(facts: PageFacts, attribs: TreeElement["attribs"]): void {
  for (const attribute of ["name", "property", "http-equiv"]) {
    const key = attribs[attribute]?.trim().toLowerCase();
    if (key) facts.add(`meta:${key}`, attribs["content"]);
  }
}

/** Times say what they are by the old `pubdate` attribute or by the class names that blog software agrees on. */
function addTime(facts: PageFacts, element: TreeElement): void {
  const { attribs } = element;
  const time = attribs["datetime"] ?? elementText(element);
  if (attribs["pubdate"] !== undefined || hasWord(attribs["class"], "published")) facts.add("time:published", time);
  else if (hasWord(attribs["class"], "entry-date")) facts.add("time:published", time);
  else if (hasWord(attribs["class"], "updated")) facts.add("time:modified", time);
}

function hasWord(list: string | undefined, word: string): boolean {
  return list?.toLowerCase().split(/\s+/).includes(word) === true;
}
