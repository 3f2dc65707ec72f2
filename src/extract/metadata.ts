import type { Metadata } from "../core/document.ts";
import type { HtmlTree } from "../html/tree.ts";
import { authorName, joinNames, visibleName } from "./byline.ts";
import { collectFacts } from "./collect-facts.ts";
import { isoDate } from "./dates.ts";
import { type Finding, firstFinding } from "./finding.ts";
import { SOURCES, type StatedField } from "./metadata-sources.ts";
import type { PageFacts } from "./page-facts.ts";
import { pageTitle } from "./page-title.ts";
import { splitTags } from "./split-tags.ts";
import { addressDate, saysUpdated, visibleDate } from "./visible-date.ts";

/**
 * What a page says of itself in JSON-LD, OpenGraph, Twitter, Dublin Core and other meta names, microdata, microformats,
 * times, links, its headline and the lines below it. `url` is the address the page was fetched from: relative addresses
 * are resolved against it, and it stands in where the page gives none. Fields that nothing sound is said of are left out.
 */
export function readMetadata(tree: HtmlTree, url?: string): Metadata {
  const facts = collectFacts(tree);
  const own = url === undefined ? undefined : webAddress(url);
  const base = webAddress(facts.get("base:href")[0] ?? "", own) ?? own;
  const address = (value: string): string | undefined => webAddress(value, base);
  const lang = firstFinding(facts, "lang", language);
  const page =
    firstFinding(facts, "url", (value) => pageAddress(address(value), own)) ??
    (own === undefined ? undefined : { value: own, source: "given" });
  for (const { value } of [page ?? [], own === undefined ? [] : { value: own }].flat()) facts.add("address", value);
  const site = firstFinding(facts, "site", (value) => (/^(?:https?:|@)/.test(value) ? undefined : value));
  return collected({
    title: pageTitle(facts, site?.value, page && URL.parse(page.value)?.hostname),
    byline: byline(facts, lang?.value),
    published: firstFinding(facts, "published", (value, source) => dateFrom(source, value, lang?.value)),
    modified: firstFinding(facts, "modified", (value, source) => changeFrom(source, value, lang?.value)),
    site,
    lang,
    url: page,
    description: firstFinding(facts, "description", (value) => value),
    image: firstFinding(facts, "image", address),
    licence: licence(facts, address),
    tags: tags(facts),
  });
}

type Findings = { readonly [field in StatedField]: Finding<string | readonly string[]> | undefined };

function collected(findings: Findings): Metadata {
  const found = Object.entries(findings).flatMap(([field, finding]) => (finding ? [{ field, ...finding }] : []));
  if (found.length === 0) return {};
  return {
    ...Object.fromEntries(found.map(({ field, value }) => [field, value])),
    metadataFrom: Object.fromEntries(found.map(({ field, source }) => [field, source])),
  };
}

/** All names of the best source that gives any; of what only looks like a byline the first. */
function byline(facts: PageFacts, lang: string | undefined): Finding | undefined {
  for (const source of SOURCES.byline) {
    const looks = source === "class:author" || source === "rel:author";
    const names = facts
      .get(source)
      .flatMap((value) => (looks ? visibleName(value, lang) : authorName(value, lang)) ?? []);
    const value = joinNames(looks ? names.slice(0, 1) : names);
    if (value !== undefined) return { value, source };
  }
  return undefined;
}

function dateFrom(source: string, value: string, lang: string | undefined): string | undefined {
  if (source === "address") return addressDate(value);
  if (source === "text:near-title") return saysUpdated(value) ? undefined : visibleDate(value, lang);
  return isoDate(value, lang) ?? (source.startsWith("time:") ? visibleDate(value, lang) : undefined);
}

function changeFrom(source: string, value: string, lang: string | undefined): string | undefined {
  if (source !== "text:near-title") return isoDate(value, lang);
  return saysUpdated(value) ? visibleDate(value, lang) : undefined;
}

/** A page may show works of others: a licence that is only linked to counts where no other is. */
function licence(facts: PageFacts, address: (value: string) => string | undefined): Finding | undefined {
  const found = firstFinding(facts, "licence", address);
  const linked = new Set(facts.get("link:creative-commons").map(address));
  return found?.source === "link:creative-commons" && linked.size > 1 ? undefined : found;
}

function tags(facts: PageFacts): Finding<readonly string[]> | undefined {
  for (const source of SOURCES.tags) {
    const value = splitTags(facts.get(source));
    if (value.length > 0) return { value, source };
  }
  return undefined;
}

/** What a page says is its address; not the front page of its site, which careless templates put on every page. */
function pageAddress(stated: string | undefined, own: string | undefined): string | undefined {
  if (stated === undefined || own === undefined) return stated;
  return new URL(stated).pathname === "/" && new URL(own).pathname !== "/" ? undefined : stated;
}

/** BCP 47, normalised; none for what is no language, such as `x-default`, or only looks like one, such as `english`. */
export function language(value: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_]|$)/i.test(value)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(value.replaceAll("_", "-"));
    return tag === undefined || /^(?:und|mul|zxx)\b/.test(tag) ? undefined : tag;
  } catch {
    return undefined;
  }
}

/** An absolute address of the web; none for other schemes. */
export function webAddress(value: string, base?: string): string | undefined {
  if (!URL.canParse(value, base)) return undefined;
  const { protocol, href } = new URL(value, base);
  return protocol === "http:" || protocol === "https:" ? href : undefined;
}
