import type { Metadata } from "../core/document.ts";
import { attribute } from "../html/attributes.ts";
import { TAG } from "../html/tags.ts";
import type { HtmlTree } from "../html/tree.ts";
import { collapseWhitespace } from "../text/whitespace.ts";
import { authorName, joinNames } from "./byline.ts";
import { isoDate } from "./dates.ts";
import { elementText } from "./element-text.ts";
import { language, webAddress } from "./metadata.ts";
import { SITE_FIELDS, type SiteField } from "./site-rules.ts";
import { splitTags } from "./split-tags.ts";
import { visibleDate } from "./visible-date.ts";

/** What a rule's value came from, in the record. */
const SOURCE = "site-rule";

/** Attributes that say more of some elements than the text in them. */
const TELLING: ReadonlyMap<number, string> = new Map([
  [TAG.meta, "content"],
  [TAG.time, "datetime"],
  [TAG.link, "href"],
  [TAG.img, "src"],
]);

/**
 * The metadata that the elements of a site's rules hold: `content` of a `<meta>`, `datetime` of a `<time>`, the address of
 * a link or picture where an address is wanted, else the text. What is no date, address or language is passed over.
 */
export function siteMetadata(
  tree: HtmlTree,
  select: (field: SiteField) => readonly number[],
  address: string | undefined,
): Metadata {
  const found: Record<string, string | readonly string[]> = {};
  for (const field of SITE_FIELDS) {
    const values = select(field).map((node) => saidBy(tree, node, field));
    const value = valueIn(
      field,
      values.filter((text) => text !== ""),
      address,
    );
    if (value !== undefined && value.length > 0) found[field] = value;
  }
  const metadataFrom = Object.fromEntries(Object.keys(found).map((field) => [field, SOURCE]));
  return Object.keys(found).length === 0 ? {} : { ...found, metadataFrom };
}

function saidBy(tree: HtmlTree, node: number, field: SiteField): string {
  const tag = tree.tag[node]!;
  const telling = TELLING.get(tag) ?? (tag === TAG.a && (field === "url" || field === "licence") ? "href" : undefined);
  const stated = telling === undefined ? undefined : attribute(tree, node, telling);
  return collapseWhitespace(stated ?? elementText(tree, node));
}

function valueIn(
  field: SiteField,
  values: readonly string[],
  address: string | undefined,
): string | readonly string[] | undefined {
  const first = (read: (value: string) => string | undefined): string | undefined =>
    values.flatMap((v) => read(v) ?? [])[0];
  switch (field) {
    case "tags":
      return splitTags(values);
    case "byline":
      return joinNames(values.flatMap((value) => authorName(value) ?? []));
    case "published":
    case "modified":
      return first((value) => isoDate(value) ?? visibleDate(value));
    case "url":
    case "image":
    case "licence":
      return first((value) => webAddress(value, address));
    case "lang":
      return first(language);
    default:
      return values[0];
  }
}
