import { type AttributeCursor, attribute } from "../html/attributes.ts";
import { TAG } from "../html/tags.ts";
import type { HtmlTree } from "../html/tree.ts";
import { elementText } from "./element-text.ts";
import type { PageFacts } from "./page-facts.ts";

const COMMONS = "//creativecommons.org/";

/** Adds a `<meta>` under `meta:<name>`, whichever attribute names it. */
export function addMeta(facts: PageFacts, tree: HtmlTree, meta: number): void {
  for (const naming of ["name", "property", "http-equiv"]) {
    const key = attribute(tree, meta, naming)?.trim().toLowerCase();
    if (key) facts.add(`meta:${key}`, attribute(tree, meta, "content"));
  }
}

/** Adds the address of a link when it is that of a Creative Commons licence. Pages have many links, so it looks in place. */
export function addLicence(facts: PageFacts, source: string, href: AttributeCursor): void {
  const { valueStart: start } = href;
  if (![0, 5, 6].some((scheme) => source.startsWith(COMMONS, start + scheme))) return;
  const address = href.value();
  if (/creativecommons\.org\/(?:licenses|publicdomain)\//.test(address)) facts.add("link:creative-commons", address);
}

/** Adds what a link says by its `rel` of the page it is on. */
export function addLink(facts: PageFacts, tree: HtmlTree, link: number): void {
  const href = attribute(tree, link, "href");
  const rel = attribute(tree, link, "rel");
  if (href === undefined || rel === undefined) return;
  if (tree.tag[link] === TAG.link) {
    if (hasWord(rel, "canonical")) facts.add("link:canonical", href);
    if (hasWord(rel, "image_src")) facts.add("link:image_src", href);
  } else {
    if (hasWord(rel, "tag") && !facts.isFull("rel:tag")) facts.add("rel:tag", elementText(tree, link));
    if (hasWord(rel, "author") && !facts.isFull("rel:author")) facts.add("rel:author", elementText(tree, link));
  }
  if (hasWord(rel, "license")) facts.add("rel:license", href);
}

/**
 * Times say what they are by the old `pubdate` attribute or by the class names that blog software and microformats
 * agree on; one that says nothing counts only near the headline.
 */
export function addTime(facts: PageFacts, tree: HtmlTree, time: number, nearTitle: boolean): void {
  const stated = attribute(tree, time, "datetime") ?? elementText(tree, time);
  const classes = attribute(tree, time, "class");
  const isPublished =
    hasWord(classes, "published") || hasWord(classes, "entry-date") || hasWord(classes, "dt-published");
  if (attribute(tree, time, "pubdate") !== undefined || isPublished) facts.add("time:published", stated);
  else if (hasWord(classes, "updated") || hasWord(classes, "dt-updated")) facts.add("time:modified", stated);
  else if (nearTitle) facts.add("time:near-title", stated);
}

function hasWord(list: string | undefined, word: string): boolean {
  const lower = list?.toLowerCase();
  return lower === word || (lower?.includes(word) === true && lower.split(/\s+/).includes(word));
}
