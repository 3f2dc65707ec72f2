import { parseLeniently } from "./lenient-json.ts";
import { ARTICLE_TYPE } from "./microdata.ts";
import type { PageFacts } from "./page-facts.ts";

type Thing = Readonly<Record<string, unknown>>;

/** Where a page's own things hang; what hangs elsewhere (comments, related items) is not about the page. */
const WAYS_DOWN: readonly string[] = ["@graph", "mainEntity", "mainEntityOfPage"];
/** More things than any page says of itself. */
const MOST_THINGS = 1000;

/**
 * Adds what JSON-LD scripts say under `json-ld:<field>`: the first article's fields, then the page's own. Scripts that
 * cannot be read are passed over.
 */
export function addJsonLd(facts: PageFacts, scripts: readonly string[]): void {
  const things = collectThings(scripts.map(parseLeniently));
  const article = things.find((thing) => isOfType(thing, ARTICLE_TYPE));
  const page = things.find((thing) => isOfType(thing, /Page$/));
  const site = things.find((thing) => isOfType(thing, /WebSite$/));
  const named = namesAmong(things);
  for (const name of named(article?.["author"] ?? article?.["creator"])) facts.add("json-ld:author", name);
  for (const name of [...named(article?.["publisher"]), ...named(site)]) facts.add("json-ld:site", name);
  for (const field of ["headline", "name"]) facts.add(`json-ld:${field}`, text(article?.[field]));
  facts.add("json-ld:page", text(page?.["name"]));
  for (const field of ["datePublished", "dateModified", "inLanguage", "url", "description"])
    for (const thing of [article, page]) facts.add(`json-ld:${field}`, text(thing?.[field]));
  for (const field of ["image", "thumbnailUrl", "license"])
    for (const thing of [article, page]) facts.add(`json-ld:${field}`, addressOf(thing?.[field], things));
  for (const keyword of [article?.["keywords"] ?? page?.["keywords"]].flat())
    facts.add("json-ld:keywords", text(keyword));
}

function collectThings(values: readonly unknown[]): readonly Thing[] {
  const things: Thing[] = [];
  const open: unknown[] = [...values].reverse();
  while (open.length > 0 && things.length < MOST_THINGS) {
    const value = open.pop();
    if (Array.isArray(value)) for (const item of value.slice(0, MOST_THINGS).reverse()) open.push(item);
    else if (isThing(value)) {
      things.push(value);
      for (const way of WAYS_DOWN) if (typeof value[way] === "object") open.push(value[way]);
    }
  }
  return things;
}

/** Reads the names of people or organisations: strings, things with a name, references to such things, and lists. */
function namesAmong(things: readonly Thing[]): (value: unknown) => readonly string[] {
  const known = new Map(things.map((thing) => [thing["@id"], text(thing["name"])]));
  return (value) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((item) => {
      if (!isThing(item)) return text(item) ?? [];
      return text(item["name"]) ?? (item["@id"] === undefined ? [] : (known.get(item["@id"]) ?? []));
    });
  };
}

/** The address of a picture or a licence, given as a string, as a thing, by reference, or first of a list of these. */
function addressOf(value: unknown, things: readonly Thing[]): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isThing(first)) return text(first);
  const known = first["url"] ?? first["contentUrl"] ?? things.find((thing) => thing["@id"] === first["@id"])?.["url"];
  return text(known) ?? text(first["@id"]);
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOfType(thing: Thing, type: RegExp): boolean {
  const types = thing["@type"];
  return (Array.isArray(types) ? types : [types]).some((name) => typeof name === "string" && type.test(name));
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
