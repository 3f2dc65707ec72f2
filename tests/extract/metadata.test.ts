import { describe, expect, it } from "vitest";
import type { Metadata } from "../../src/core/document.ts";
import { readMetadata } from "../../src/extract/metadata.ts";
import { parseHtml } from "../../src/html/parse-html.ts";

/** What is read, without where it was found. */
const read = (html: string, url?: string): Metadata => {
  const { metadataFrom: _, ...metadata } = readMetadata(parseHtml(html), url);
  return metadata;
};
const meta = (key: string, content: string): string => `<meta property="${key}" content="${content}">`;
const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;
const article = {
  "@type": "NewsArticle",
  headline: "Night bread",
  author: { name: "Ann Baker" },
  datePublished: "2024-03-05",
};

describe("readMetadata", () => {
  it("reads everything at once and leaves out what is unknown", () => {
    const html =
      `<html lang="en-gb"><head><link rel="canonical" href="https://example.org/a">${jsonLd({ ...article, dateModified: "2024-03-06T08:00:00+01:00" })}` +
      `${meta("og:site_name", "The Street")}</head></html>`;
    expect(read(html)).toEqual({
      title: "Night bread",
      byline: "Ann Baker",
      published: "2024-03-05",
      modified: "2024-03-06T08:00:00+01:00",
      site: "The Street",
      lang: "en-GB",
      url: "https://example.org/a",
    });
    expect(read("<p>nothing said")).toEqual({});
    expect(read("")).toEqual({});
  });

  it.each<[string, string, Metadata]>([
    ["a title tag", "<title>\n Night\n bread </title>", { title: "Night bread" }],
    ["only a heading", "<h1>Night <i>bread</i></h1>", { title: "Night bread" }],
    ["an empty og:title", `${meta("og:title", " ")}<title>Night bread</title>`, { title: "Night bread" }],
    [
      "og:title before the title tag",
      `<title>Other</title>${meta("og:title", "Night bread")}`,
      { title: "Night bread" },
    ],
    ["entities encoded twice", meta("og:title", "Bread &amp;amp; salt"), { title: "Bread & salt" }],
    ["tags in a title", meta("og:title", "Night &lt;em&gt;bread&lt;/em&gt;"), { title: "Night bread" }],
    ["a title inside an svg", "<svg><title>Menu</title></svg><h1>Night bread</h1>", { title: "Night bread" }],
    [
      "microdata",
      '<div itemscope itemtype="https://schema.org/BlogPosting"><h2 itemprop="headline">Night bread</h2><p itemprop="author" itemscope><b itemprop="name">Ann</b> writes</p><time itemprop="datePublished" datetime="2024-03-05">last week</time></div>',
      { title: "Night bread", byline: "Ann", published: "2024-03-05" },
    ],
    [
      "microdata of a comment",
      '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Troll</b></div>',
      {},
    ],
    [
      "Dublin Core",
      '<meta name="DC.title" content="Night bread"><meta name="DC.creator" content="Ann"><meta name="DCTERMS.created" content="2024-03">',
      { title: "Night bread", byline: "Ann", published: "2024-03" },
    ],
    ["a byline with By", '<meta name="author" content="By  Ann Baker">', { byline: "Ann Baker" }],
    ["a name that begins like By", '<meta name="author" content="Byron Bay">', { byline: "Byron Bay" }],
    [
      "several authors",
      '<meta name="citation_author" content="Ann"><meta name="citation_author" content="Ben"><meta name="citation_author" content="Ann">',
      { byline: "Ann, Ben" },
    ],
    [
      "an author that is an address",
      `${meta("article:author", "https://example.org/ann")}<meta name="byl" content="Ann">`,
      { byline: "Ann" },
    ],
    ["an author that is an account", '<meta name="twitter:creator" content="@ann">', {}],
    [
      "a date that is none",
      `${meta("article:published_time", "yesterday")}<meta name="date" content="2024-03-05">`,
      { published: "2024-03-05" },
    ],
    ["only a date that is none", meta("article:published_time", "05/03/2024"), {}],
    [
      "a time with pubdate",
      '<time datetime="2023-01-01">old</time><time pubdate datetime="2024-03-05">',
      { published: "2024-03-05" },
    ],
    [
      "times by their class",
      '<time class="entry-date published" datetime="2024-03-05"></time><time class="updated" datetime="2024-03-06"></time>',
      { published: "2024-03-05", modified: "2024-03-06" },
    ],
    ["a time that says nothing of itself", '<time datetime="2024-03-05">', {}],
    ["og:locale", meta("og:locale", "pt_BR"), { lang: "pt-BR" }],
    ["a lang that is none", `<html lang="english">${meta("og:locale", "en_US")}</html>`, { lang: "en-US" }],
    [
      "x-default and several languages",
      '<html lang="x-default"><meta http-equiv="content-language" content="de, fr"></html>',
      {},
    ],
    ["a site that is an account", meta("og:site_name", "@street"), {}],
  ])("%s", (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  it.each<[string, string, string | undefined, string | undefined]>([
    [
      "a canonical address",
      '<link rel="Canonical" href="https://example.org/a">',
      "https://example.org/b",
      "https://example.org/a",
    ],
    [
      "a relative one and a base",
      '<link rel=canonical href="/a?b=1">',
      "https://example.org/c/d",
      "https://example.org/a?b=1",
    ],
    ["a relative one and no base", '<link rel=canonical href="/a">', undefined, undefined],
    [
      "a relative one beside og:url",
      `<link rel=canonical href="/a">${meta("og:url", "https://example.org/b")}`,
      undefined,
      "https://example.org/b",
    ],
    ["no web address", '<link rel=canonical href="file:///etc/passwd">', undefined, undefined],
    ["only the address it was fetched from", "", "https://example.org/b", "https://example.org/b"],
    ["a fetched file", "", "file:///tmp/a.html", undefined],
    ["nonsense", '<link rel=canonical href="http://">', "no address", undefined],
  ])("takes the address from %s", (_, html, url, expected) => {
    expect(read(html, url).url).toBe(expected);
  });

  it("takes the site's name off the title, and the site for a title only where there is no other", () => {
    const site = meta("og:site_name", "The Street");
    expect(read(`${site}<title>Night bread - The Street</title>`).title).toBe("Night bread");
    expect(read(`${site}${meta("og:title", "The Street")}<h1>Night bread</h1>`).title).toBe("Night bread");
    expect(read(`${site}<title>The Street</title>`).title).toBe("The Street");
    expect(read("<title>Night bread - The Street</title>").title).toBe("Night bread - The Street");
  });
});

describe("the title", () => {
  it.each<[string, string, string | undefined, string, string]>([
    [
      "a headline that is part of it",
      "<title>Night bread | Bakers</title><h1>Night bread</h1>",
      undefined,
      "Night bread",
      "h1",
    ],
    [
      "a headline that is part of another",
      `${meta("og:title", "You will love this bread")}<title>Night bread | Bakers</title><h1>Night bread</h1>`,
      undefined,
      "Night bread",
      "h1",
    ],
    [
      "a headline in other words",
      "<title>10 tips for baking night bread at home</title><h1>Baking night bread: ten tips</h1>",
      undefined,
      "Baking night bread: ten tips",
      "h1",
    ],
    [
      "a headline of another thing",
      "<title>Night bread at home</title><h1>All recipes</h1>",
      undefined,
      "Night bread at home",
      "title",
    ],
    [
      "a headline that shares a word",
      "<title>Night bread at home</title><h1>Night</h1>",
      undefined,
      "Night bread at home",
      "title",
    ],
    [
      "a headline beside the article's own data",
      `${jsonLd(article)}<h1>Bread that is baked at night: night bread</h1>`,
      undefined,
      "Night bread",
      "json-ld:headline",
    ],
    [
      "the site's name as headline",
      `${meta("og:site_name", "The Street")}<title>Night bread</title><h1>The Street</h1>`,
      undefined,
      "Night bread",
      "title",
    ],
    [
      "the host's name behind it",
      "<title>Night bread – Street Bakers</title>",
      "https://www.street-bakers.example/a",
      "Night bread",
      "title",
    ],
    [
      "another name behind it",
      "<title>Night bread – Ann Baker</title>",
      "https://www.street-bakers.example/a",
      "Night bread – Ann Baker",
      "title",
    ],
  ])("with %s", (_, html, url, title, source) => {
    const metadata = readMetadata(parseHtml(html), url);
    expect(metadata.title).toBe(title);
    expect(metadata.metadataFrom?.["title"]).toBe(source);
  });
});

describe("tags, picture, description and licence", () => {
  it.each<[string, string, Metadata]>([
    ["keywords in a list", jsonLd({ ...article, keywords: ["Bread", "night", "BREAD"] }), { tags: ["Bread", "night"] }],
    [
      "keywords in a string",
      jsonLd({ ...article, keywords: "bread, night; street" }),
      { tags: ["bread", "night", "street"] },
    ],
    ["article:tag", meta("article:tag", "bread") + meta("article:tag", "night"), { tags: ["bread", "night"] }],
    [
      "meta keywords in other scripts",
      '<meta name="keywords" content="パン、夜,خبز، ليل">',
      { tags: ["パン", "夜", "خبز", "ليل"] },
    ],
    [
      "rel=tag",
      '<a rel="tag" href="/t/bread">Bread</a> <a rel="category tag" href="/t/night">#night</a>',
      { tags: ["Bread", "night"] },
    ],
    ["rel that only looks like tag", '<a rel="tags" href="/t">Bread</a>', {}],
    ["sentences for keywords", `<meta name="keywords" content="${"bread ".repeat(20)}">`, {}],
    [
      "a relative picture",
      `${meta("og:image", "/a.jpg")}<base href="https://cdn.example/x/">`,
      { image: "https://cdn.example/a.jpg" },
    ],
    [
      "a picture as a thing",
      jsonLd({ ...article, image: [{ "@type": "ImageObject", url: "https://a.example/b.jpg" }] }),
      { image: "https://a.example/b.jpg" },
    ],
    [
      "a picture by reference",
      jsonLd({
        "@graph": [
          { ...article, image: { "@id": "#i" } },
          { "@id": "#i", "@type": "ImageObject", url: "https://a.example/b.jpg" },
        ],
      }),
      { image: "https://a.example/b.jpg" },
    ],
    ["a picture in the page", meta("og:image", "data:image/png;base64,AAAA"), {}],
    [
      "a description",
      '<meta name="description" content=" Bread  that is baked at night. ">',
      { description: "Bread that is baked at night." },
    ],
    [
      "a licence",
      '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>',
      { licence: "https://creativecommons.org/licenses/by/4.0/" },
    ],
    [
      "a licence in JSON-LD",
      jsonLd({ ...article, license: "https://a.example/licence" }),
      { licence: "https://a.example/licence" },
    ],
    [
      "one link to a licence",
      '<p><a href="http://creativecommons.org/licenses/by-sa/3.0/">CC</a>',
      { licence: "http://creativecommons.org/licenses/by-sa/3.0/" },
    ],
    [
      "links to two licences",
      '<a href="//creativecommons.org/licenses/by/3.0/">a</a><a href="https://creativecommons.org/licenses/by-nc/3.0/">b</a>',
      {},
    ],
    ["a link to the licensor", '<a href="https://creativecommons.org/about">CC</a>', {}],
  ])("%s", (_, html, expected) => {
    const { title: _title, byline: _byline, published: _published, ...metadata } = read(html);
    expect(metadata).toEqual(expected);
  });
});

describe("what stands near the headline", () => {
  const under = (html: string, lang = "en"): Metadata => {
    const { lang: _, title: __, ...metadata } = read(`<html lang="${lang}"><h1>Night bread</h1>${html}`);
    return metadata;
  };
  const far = "<p>Bread</p>".repeat(40);

  it.each<[string, string, string, Metadata]>([
    ["a byline by its class", '<div class="post-meta byline">By Ann Baker</div>', "en", { byline: "Ann Baker" }],
    [
      "an author's name by its class",
      '<span class="entry-author_name">Ann Baker</span>',
      "en",
      { byline: "Ann Baker" },
    ],
    ["a link to the author", '<a rel="author" href="/ann">Ann Baker</a>', "en", { byline: "Ann Baker" }],
    ["a byline far below", `${far}<div class="byline">Ann Baker</div>`, "en", {}],
    ["a class that only begins so", '<div class="authority">Harbour Office</div>', "en", {}],
    ["a date as a line", "<p>5. März 2024</p>", "de", { published: "2024-03-05" }],
    ["a date of a change", "<p>Aktualisiert am 5. März 2024</p>", "de", { modified: "2024-03-05" }],
    [
      "a time that says nothing of itself",
      '<time datetime="2024-03-05T10:20Z">today</time>',
      "en",
      { published: "2024-03-05T10:20Z" },
    ],
    ["a time with a date to read", "<time>5 mars 2024</time>", "fr", { published: "2024-03-05" }],
    ["a date in a sentence", "<p>The ferry that was lost on 5 March 2024 has been found by two divers.</p>", "en", {}],
    ["a date far below", `${far}<p>5 March 2024</p>`, "en", {}],
    ["a date that reads in two ways", "<p>05/03/2024</p>", "en", {}],
  ])("%s", (_, html, lang, expected) => {
    expect(under(html, lang)).toEqual(expected);
  });

  it("comes after what the page states and after its address", () => {
    const below = '<h1>Night bread</h1><p class="byline">Ben Miller</p><p>6 March 2024</p>';
    expect(read(`${jsonLd(article)}${below}`)).toMatchObject({ byline: "Ann Baker", published: "2024-03-05" });
    const { metadataFrom, published } = readMetadata(parseHtml(below), "https://a.example/2024/03/04/night-bread");
    expect(published).toBe("2024-03-04");
    expect(metadataFrom).toEqual({ title: "h1", byline: "class:author", published: "address", url: "given" });
  });
});

it("does not take the site's front page for the address of another", () => {
  const html = '<link rel=canonical href="https://a.example/">';
  expect(read(html, "https://a.example/b").url).toBe("https://a.example/b");
  expect(read(html, "https://www.a.example/").url).toBe("https://a.example/");
});

it("does not look into templates, and reads microdata by the items that are open", () => {
  expect(read("<template><h1>Night bread</h1></template>")).toEqual({});
  const item = (type: string, inner: string): string =>
    `<div itemscope itemtype="https://schema.org/${type}">${inner}</div>`;
  const author = "<b itemprop=author>Ann</b>";
  expect(read(item("Article", item("Comment", "<b itemprop=author>Troll</b>") + author)).byline).toBe("Ann");
  expect(read(item("Comment", "") + author).byline).toBe("Ann");
  expect(read(item("Comment", author)).byline).toBeUndefined();
});

describe("JSON-LD", () => {
  const expected = { title: "Night bread", byline: "Ann Baker", published: "2024-03-05" };

  it.each<[string, unknown, Metadata]>([
    ["an article", article, expected],
    ["a list", [{ "@type": "Organization", name: "x" }, article], expected],
    ["a graph", { "@graph": [{ "@type": "WebPage", name: "Page" }, article] }, expected],
    ["an article as main entity of its page", { "@type": "WebPage", mainEntity: article }, expected],
    ["several types", { ...article, "@type": ["Thing", "BlogPosting"] }, expected],
    [
      "an author given by reference",
      {
        "@graph": [
          { ...article, author: { "@id": "#ann" } },
          { "@type": "Person", "@id": "#ann", name: "Ann Baker" },
        ],
      },
      expected,
    ],
    [
      "a reference to nothing",
      { "@graph": [{ ...article, author: { "@id": "#ben" } }] },
      { title: "Night bread", published: "2024-03-05" },
    ],
    [
      "authors of all kinds",
      { ...article, author: ["Ann", { name: "Ben" }, 7, null, { name: 8 }] },
      { ...expected, byline: "Ann, Ben" },
    ],
    [
      "a publisher",
      { ...article, publisher: { "@type": "Organization", name: "The Street" } },
      { ...expected, site: "The Street" },
    ],
    ["a web site", [article, { "@type": "WebSite", name: "The Street" }], { ...expected, site: "The Street" }],
    ["entities", { ...article, headline: "Bread &amp; salt" }, { ...expected, title: "Bread & salt" }],
    ["an HTML comment around it", `<!-- ${JSON.stringify(article)} -->`, expected],
    ["CDATA around it", `//<![CDATA[\n${JSON.stringify(article)}\n//]]>`, expected],
    ["CDATA in a comment", `/*<![CDATA[*/${JSON.stringify(article)}/*]]>*/`, expected],
    ["a raw line break in a string", JSON.stringify(article).replace("Night bread", "Night\nbread"), expected],
    ["a comma too many and a semicolon", `${JSON.stringify(article).replace(/}$/, ",\n}")};`, expected],
    ["values of the wrong type", { ...article, headline: 7, author: null, datePublished: {} }, {}],
    ["another page's article", { "@type": "ItemList", itemListElement: [{ item: article }] }, {}],
    ["a product", { "@type": "Product", name: "Oven" }, {}],
    ["broken JSON", '{"@type":"NewsArticle","headline":', {}],
    ["no object", "null", {}],
  ])("reads %s", (_, value, metadata) => {
    expect(read(jsonLd(value))).toEqual(metadata);
  });

  it("reads on after a script that cannot be read", () => {
    expect(read(jsonLd("{oops") + jsonLd(article))).toEqual(expected);
  });

  it("stays linear on hostile input", { timeout: 5_000 }, () => {
    expect(read(jsonLd(" ".repeat(500_000)))).toEqual({});
    expect(read(jsonLd(`${"[".repeat(100_000)}${"]".repeat(100_000)}`))).toEqual({});
    expect(read(`<b itemprop=author>`.repeat(10_000)).byline).toBeUndefined();
    expect(read(`<title>${"- ".repeat(100_000)}</title>`).title).toBeDefined();
    expect(read("<div itemscope><b itemprop=author>x".repeat(50_000)).byline).toBeUndefined();
    expect(read(`<h1>${"<i class=byline>".repeat(50_000)}`)).toEqual({});
    expect(read(`<h1>x</h1><p>${"1 ".repeat(500_000)}2024`).title).toBe("x");
  });
});
