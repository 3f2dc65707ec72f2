import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../src/core/markdown/write-markdown.ts";
import { readPage } from "../../src/extract/page.ts";
import { shapedBlocks } from "../../src/extract/shape-blocks.ts";
import { cleanHtml } from "../../src/index.ts";

/** A page as Markdown, with enough around it that all of it is kept. */
const markdown = (html: string): string => cleanHtml(html, { format: "markdown" }).text;
const shapes = (html: string) =>
  cleanHtml(html, { format: "markdown" }).blocks.map(({ text, shape = {} }) => ({ text, ...shape }));

it("gives no shapes where plain text is asked for", () => {
  for (const options of [{}, { format: "text" } as const]) {
    const cleaned = cleanHtml("<h2>a</h2><ul><li>b</ul>", options);
    expect(cleaned).not.toHaveProperty("format");
    for (const block of cleaned.blocks) expect(block).not.toHaveProperty("shape");
  }
});

describe("headings", () => {
  it("have the level of the page", () => {
    expect(markdown("<h2>a</h2><h3>b <em>c</em></h3><h6>d</h6>")).toBe("## a\n\n### b c\n\n###### d");
  });
  it("keep it in a list, and a list in a heading is none", () => {
    expect(markdown("<ul><li><h3>a</h3><p>b</ul>")).toBe("- ### a\n\n  b");
    expect(shapes("<h2><ul><li>a</ul></h2>")[0]).not.toHaveProperty("level");
  });
});

describe("lists", () => {
  it.each([
    ["nest", "<ul><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ul>", "- a\n  - b\n    - c\n- d"],
    ["nest in lists, as some pages have it", "<ul><li>a</li><ul><li>b</ul></ul>", "- a\n\n* b"],
    ["count from where the page says", "<ol start=3><li>a<li>b<li value=9>c<li>d</ol>", "3. a\n4. b\n9. c\n10. d"],
    ["have bullets for a start that is no number", "<ol start=x><li>a</ol>", "1. a"],
    ["are none without a list", "<li>a<li>b", "- a\n- b"],
    ["have definitions below their terms", "<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>", "- a\n  - b\n  - c\n- d\n  - e"],
    ["have terms in groups", "<dl><div><dt>a<dd>b</div><div><dt>c<dd>d</div></dl>", "- a\n  - b\n- c\n  - d"],
    ["have definitions without a term", "<dl><dd>a<dd>b</dl>", "- a\n- b"],
    ["stand in quotations", "<blockquote>a<ul><li>b<li>c</ul></blockquote>", "> a\n>\n> - b\n> - c"],
  ])("%s", (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
  it("nest no deeper than anyone needs", () => {
    const deep = markdown(`${"<ul><li>a".repeat(3000)}`);
    expect(Math.max(...deep.split("\n").map((line) => line.length))).toBeLessThan(80);
  });
});

describe("quotations", () => {
  it("keep their paragraphs together, and two of them apart", () => {
    expect(markdown("<blockquote><p>a<p>b</blockquote><blockquote>c</blockquote>")).toBe("> a\n>\n> b\n\n> c");
    expect(markdown("<blockquote>a<blockquote>b</blockquote></blockquote>")).toBe("> a\n>\n> > b");
  });
});

describe("code", () => {
  const fenced = (open: string, inside = "x = 1;\n\n  y"): string => markdown(`${open}${inside}</pre><p>after`);
  it.each([
    ["<pre>", ""],
    ["<pre><code class=language-js>", "js"],
    ["<pre class='brush lang-C++'>", "c++"],
    ["<div class='highlight highlight-source-shell'><pre>", "shell"],
    ["<div class='language-ruby highlighter-rouge'><div class=highlight><pre>", "ruby"],
    ["<pre data-lang=python>", "python"],
    ["<pre class=language-none>", ""],
    ["<pre class=languages>", ""],
    ["<pre class='language-a`b'>", ""],
    ["<section class=language-js><div><div><pre>", ""],
  ])("of %s", (open, language) => {
    expect(fenced(open)).toBe(`\`\`\`${language}\nx = 1;\n\n  y\n\`\`\`\n\nafter`);
  });
});

describe("tables", () => {
  it.each([
    [
      "have cells in columns, with what they span",
      "<tr><th>a<th>b<th>c<tr><td rowspan=2>d<td colspan=2>e<tr><td>f<td>g",
      "| a | b | c |\n| --- | --- | --- |\n| d | e |  |\n|  | f | g |",
    ],
    [
      "keep a row of one cell between others",
      "<tr><td>a<td>b<tr><td colspan=2>sum<tr><td>c<td>d",
      "| a | b |\n| --- | --- |\n| sum |  |\n| c | d |",
    ],
    [
      "keep cells empty that are so",
      "<tr><td>a<td>b<td>c<tr><td><td>d<td>",
      "| a | b | c |\n| --- | --- | --- |\n|  | d |  |",
    ],
    ["are text where their rows lay the page out", "<tr><td>a<td><p>b<p>c<tr><td>d<td><p>e", "a\n\nb\n\nc\n\nd\n\ne"],
    ["are text with one column", "<tr><td>a<tr><td>b", "a\n\nb"],
  ])("%s", (_, rows, expected) => {
    expect(markdown(`<table>${rows}</table>`)).toBe(expected);
  });
  it("have edited cells in their places", () => {
    const html = "<table><tr><td>a\u00ad<td>b &amp;amp; c<tr><td>\u00ad<td>d</table>";
    expect(markdown(html)).toBe("| a | b & c |\n| --- | --- |\n|  | d |");
  });
  it("are text where spans make them wider than Markdown is good for", () => {
    const html = `<table><tr><td colspan=900>a<td>b<tr><td>c<td>d</table>`;
    expect(markdown(html)).toBe("a b\n\nc d");
  });
  it("in tables stand for themselves", () => {
    const inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>";
    expect(markdown(`<table><tr><td>${inner}<td>e</table>`)).toBe("| a | b |\n| --- | --- |\n| c | d |\n\ne");
  });
  it("stand in lists", () => {
    expect(markdown("<ol><li>x<table><tr><td>a<td>b<tr><td>c<td>d</table></ol>")).toBe(
      "1. x\n\n   | a | b |\n   | --- | --- |\n   | c | d |",
    );
  });
});

it("takes time that grows with the page", { timeout: 20_000 }, () => {
  for (const [open, count] of [
    ["<ul><li>a", 20_000],
    ["<blockquote>a", 20_000],
    ["<dl><dt>a<dd>b", 20_000],
    ["<table><tr><td colspan=1000 rowspan=65534>a<td>b", 2_000],
    ["<tr><td colspan=1000>a<td colspan=1000 rowspan=1000>b", 20_000],
    ["<pre class=language-js>a", 20_000],
  ] as const) {
    const blocks = shapedBlocks(readPage(`<table>${open.repeat(count)}`));
    expect(writeMarkdown(blocks).at).toHaveLength(blocks.length);
  }
});
