import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toRecord } from "../../src/core/record.ts";
import { readPage } from "../../src/extract/page.ts";
import { selector, selectorFault } from "../../src/extract/select-elements.ts";
import { isHostPattern, siteOf } from "../../src/extract/site-rules.ts";
import { parseHtml } from "../../src/html/parse-html.ts";
import { cleanHtml, type SiteRules } from "../../src/index.ts";
import { verifyDocument } from "../../src/run/verify-document.ts";
import { tagSoup } from "./tag-soup.ts";

const url = "https://www.tram.example/late";
const FIRST = "The last tram of the evening left the depot with its lights off, which nobody had expected.";
const SECOND = "It stood for a while at the bend, and the driver got out to look at the points in the snow.";
const clean = (html: string, rules: SiteRules, host = "www.tram.example") =>
  cleanHtml(html, { url, sites: { [host]: rules } });

describe("which rules are for a host", () => {
  const sites = { "tram.example": {}, "*.tram.example": {}, "*.night.tram.example": {}, "WWW.Tram.example": {} };
  it.each([
    ["https://tram.example/a", "tram.example"],
    ["http://old.tram.example:8080/a", "*.tram.example"],
    ["https://a.night.tram.example/", "*.night.tram.example"],
    ["https://night.tram.example/", "*.tram.example"],
    ["https://www.tram.example/", "WWW.Tram.example"],
    ["https://bigtram.example/", undefined],
    ["https://tram.example.net/", undefined],
    ["no address", undefined],
    [undefined, undefined],
  ])("%s: %s", (address, pattern) => {
    expect(siteOf(sites, address)?.[0]).toBe(pattern);
  });

  it.each([
    ["tram.example", true],
    ["*.tram.example", true],
    ["localhost", true],
    ["*", false],
    ["tram.*", false],
    ["https://tram.example", false],
    ["tram.example/late", false],
    ["tram.example:80", false],
    ["", false],
  ])("%s is a pattern: %s", (pattern, is) => {
    expect(isHostPattern(pattern)).toBe(is);
  });
});

describe("selectors", () => {
  it("find the elements of the page's own tree, also those that the parser made or moved", () => {
    const tree = parseHtml("<p id=a class='x y'>1<table><b>moved</b><tr><td>2</table><svg><g id=s></svg><my-tag>");
    const find = selector(tree);
    const texts = (selected: string) =>
      find(selected).map((node) => tree.source.slice(tree.start[node], tree.end[node]));
    expect(texts("#a.y")).toEqual(["<p id=a class='x y'>"]);
    expect(texts("tbody > tr:first-child td")).toEqual(["<td>"]);
    expect(texts("b + table, my-tag")).toEqual(["<table>", "<my-tag>"]);
    expect(texts("svg g:has(*), p:contains('9')")).toEqual([]);
  });

  it("are found in any page as often as they stand in it, and never throw for a page", () => {
    fc.assert(
      fc.property(tagSoup, (html) => {
        const { tree, measured } = readPage(html);
        const ranks = Array.from({ length: measured.outline.count }, (_, rank) => measured.outline.node[rank]);
        expect([...selector(tree)("*")].sort((a, b) => a - b)).toEqual(ranks.sort((a, b) => a! - b!));
      }),
      { numRuns: 200 },
    );
  });

  it("have their faults named", () => {
    expect(selectorFault("article > p:not(.a), [data-x='1']")).toBeUndefined();
    expect(selectorFault("p[")).toMatch(/\S/);
    expect(selectorFault(":no-such-thing")).toMatch(/no-such-thing/);
    expect(selectorFault(" ")).toMatch(/empty/);
  });
});

describe("rules for a site", () => {
  const html = `<title>Tram</title><div><p class=b>${FIRST}</p><p>${SECOND}</p><p class=b>Rails <i>sing</i> at night.</p></div>`;

  it("choose the body, and say the usual reason for what is outside of it", () => {
    const cleaned = clean(html, { body: ".b" });
    expect(cleaned.text).toBe(`${FIRST}\n\nRails sing at night.`);
    expect(cleaned.ledger.map(({ rule, text, score }) => [rule, text, score])).toEqual([
      ["extract/boilerplate", SECOND, undefined],
    ]);
  });

  it("drop inside and outside of the body, with a rule of their own", () => {
    const cleaned = clean(html, { body: ".b", drop: "p:not(.b), i" });
    expect(cleaned.text).toBe(`${FIRST}\n\nRails at night.`);
    expect(cleaned.ledger.map(({ rule, text }) => [rule, text])).toEqual([
      ["extract/site-rule", SECOND],
      ["extract/site-rule", "sing"],
    ]);
  });

  it("leave the extractor its choice where they name no body", () => {
    const body = `<article><p>${FIRST}</p><p>${SECOND}</p></article>`;
    const cleaned = clean(`${body}<footer><p>Rails &amp; Co</p></footer>`, { drop: "article p:first-child" });
    expect(cleaned.text).toBe(SECOND);
    expect(cleaned.pageType).toBeDefined();
  });

  it("drop also from a page that stays whole", () => {
    const cleaned = clean("<button>Open</button><button class=x>Shut</button>", { drop: ".x" });
    expect(cleaned.text).toBe("Open");
  });

  it("say where nothing is the body", () => {
    expect(clean(html, { body: ".none" }).flags).toContain("site-missed");
    expect(clean(html, { body: ".b" }).flags).not.toContain("site-missed");
    expect(clean(html, { body: ".none" }, "other.example").flags).not.toContain("site-missed");
  });

  it("go before everything else that is known of the page", () => {
    const page = `<html lang=de><title>Tram</title><meta name=author content="A. Bot"><a rel=me href="/own">x</a>
      <h2>Late <b>tram</b></h2><time datetime="2024-05-03T10:00Z">Friday</time><ul><li>rail<li>snow</ul><p>${FIRST}`;
    const rules = { title: "h2", published: "time", tags: "li", url: "a[rel=me]", lang: "h2", byline: ".no" };
    const cleaned = cleanHtml(page, { url, title: "From the feed", sites: { "www.tram.example": rules } });
    expect(cleaned).toMatchObject({ title: "Late tram", tags: ["rail", "snow"], byline: "A. Bot", lang: "de" });
    expect(cleaned).toMatchObject({ url: "https://www.tram.example/own", published: "2024-05-03T10:00Z" });
    expect(cleaned.metadataFrom).toMatchObject({ title: "site-rule", tags: "site-rule", lang: "html:lang" });
  });

  it("keep the account, whatever they select", () => {
    const selected = fc.constantFrom("p", "div", "b, i", "*", ":first-child", "td", "a", "span:not(:empty)");
    fc.assert(
      fc.property(tagSoup, selected, selected, (html, body, drop) => {
        const cleaned = clean(html, { body, drop });
        const source = { path: "p", mediaType: "text/html", charset: "utf-8", bytes: 0, sha256: "" } as const;
        const ledger = cleaned.ledger.map((entry) => ({ document: "d", ...entry }));
        const page = readPage(html);
        const seen = { source: html, visible: page.visible };
        expect(verifyDocument(seen, toRecord(cleaned, "d", source), ledger)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("name the place of a selector that is none", () => {
    expect(() => clean(html, { drop: "p[" })).toThrow(/sites\["www\.tram\.example"\]\.drop: /);
  });
});

it("loads cheerio only for a page with rules", () => {
  const script = `import { cleanHtml } from ${JSON.stringify(new URL("../../src/index.ts", import.meta.url).href)};
    import { createRequire } from "node:module";
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes("cheerio"));
    cleanHtml("<p>a", { url: "https://a.example", sites: { "b.example": { body: "p" } } });
    const before = loaded();
    cleanHtml("<p>a", { url: "https://b.example", sites: { "b.example": { body: "p" } } });
    console.log(before, loaded());`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stdout.trim()).toBe("false true");
});
