import type { CheerioAPI } from "cheerio";
import type { Metadata } from "../core/document.ts";
import { collectFacts } from "./collect-facts.ts";
import { isoDate } from "./dates.ts";
import type { PageFacts } from "./page-facts.ts";
import { foldTitle, withoutSite } from "./titles.ts";

type Field = keyof Metadata;

/** Where each field is looked for, best first: the first value that can be read as such a field is taken. */
const SOURCES: { readonly [field in Field]-?: readonly string[] } = {
  site: ["meta:og:site_name", "json-ld:site", "meta:application-name", "meta:dc.publisher", "meta:dcterms.publisher"],
  title: [
    ...["json-ld:headline", "meta:og:title", "meta:twitter:title", "microdata:headline", "json-ld:name"],
    ...["meta:dc.title", "meta:dcterms.title", "meta:citation_title", "meta:title", "json-ld:page", "title", "h1"],
  ],
  byline: [
    ...["json-ld:author", "meta:author", "meta:article:author", "meta:og:article:author", "microdata:author"],
    ...["meta:byl", "meta:parsely-author", "meta:sailthru.author", "meta:citation_author"],
    ...["meta:dc.creator", "meta:dcterms.creator", "meta:twitter:creator"],
  ],
  published: [
    ...["json-ld:datePublished", "meta:article:published_time", "meta:og:article:published_time"],
    ...["meta:og:published_time", "microdata:datePublished", "meta:datepublished", "meta:publish-date"],
    ...[
      "meta:pubdate",
      "meta:publishdate",
      "meta:parsely-pub-date",
      "meta:sailthru.date",
      "meta:citation_publication_date",
    ],
    ...["meta:dc.date.issued", "meta:dcterms.issued", "meta:dcterms.created", "meta:dc.date.created"],
    ...["meta:dc.date", "meta:dcterms.date", "meta:date", "time:published"],
  ],
  modified: [
    ...["json-ld:dateModified", "meta:article:modified_time", "meta:og:updated_time", "microdata:dateModified"],
    ...["meta:datemodified", "meta:dcterms.modified", "meta:dc.date.modified", "meta:last-modified", "meta:revised"],
    ...["time:modified"],
  ],
  lang: [
    "html:lang",
    "meta:content-language",
    "meta:dc.language",
    "meta:language",
    "json-ld:inLanguage",
    "meta:og:locale",
  ],
  url: ["link:canonical", "meta:og:url", "json-ld:url"],
};

/**
 * What a page says of itself in JSON-LD, OpenGraph, Twitter, Dublin Core and other meta names, microdata, times,
 * language and canonical link. `url` is the address the page was fetched from: relative addresses are resolved against
 * it, and it stands in where the page gives none. Fields that nothing sound is said of are left out.
 */
export function readMetadata($: CheerioAPI, url?: string): Metadata {
  const facts = collectFacts($._root);
  const own = url === undefined ? undefined : webAddress(url);
  const site = firstOf(facts, "site", (value) => (/^(?:https?:|@)/.test(value) ? undefined : value));
  const fields: { [field in Field]: string | undefined } = {
    title: firstOf(facts, "title", (value) => titleOf(value, site)) ?? firstOf(facts, "title", (value) => value),
    byline: byline(facts),
    published: firstOf(facts, "published", isoDate),
    modified: firstOf(facts, "modified", isoDate),
    site,
    lang: firstOf(facts, "lang", language),
    url: firstOf(facts, "url", (value) => webAddress(value, own)) ?? own,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function firstOf(facts: PageFacts, field: Field, read: (value: string) => string | undefined): string | undefined {
  for (const source of SOURCES[field]) {
    for (const value of facts.get(source)) {
      const sound = read(value);
      if (sound !== undefined) return sound;
    }
  }
  return undefined;
}

/** The title without the site's name; none where it says nothing else. */
function titleOf(value: string, site: string | undefined): string | undefined {
  const title = withoutSite(value.replace(/<\/?(?:b|br|em|i|span|strong|sub|sup)\b[^<>]*>/gi, ""), site);
  return title === "" || (site !== undefined && foldTitle(title) === foldTitle(site)) ? undefined : title;
}

/** All names of the best source that gives any. */
function byline(facts: PageFacts): string | undefined {
  for (const source of SOURCES.byline) {
    const names = new Set(facts.get(source).flatMap((value) => authorName(value) ?? []));
    if (names.size > 0) return [...names].join(", ");
  }
  return undefined;
}

/** A name, not an address or an account: `article:author` often links to a profile. */
function authorName(value: string): string | undefined {
  const name = value.replace(/^by(?:\s*:\s*|\s+)/i, "");
  if (name === "" || name.length > 200 || /^@|^(?:https?:|www\.)|^\S+@\S+$/i.test(name)) return undefined;
  return name;
}

/** BCP 47, normalised; none for what is no language, such as `x-default`, or only looks like one, such as `english`. */
function language(value: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_]|$)/i.test(value)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(value.replaceAll("_", "-"));
    return tag === undefined || /^(?:und|mul|zxx)\b/.test(tag) ? undefined : tag;
  } catch {
    return undefined;
  }
}

function webAddress(value: string, base?: string): string | undefined {
  if (!URL.canParse(value, base)) return undefined;
  const { protocol, href } = new URL(value, base);
  return protocol === "http:" || protocol === "https:" ? href : undefined;
}
