import { expect, it } from "vitest";
import { parseHtml } from "../../src/html/parse-html.ts";
import { outlineOf, parse5Outline } from "./outline.ts";

const MANY = 200_000;
const many = (snippet: string, count = MANY) => snippet.repeat(count);
const numbered = (snippet: (i: number) => string, count = MANY) =>
  Array.from({ length: count }, (_, i) => snippet(i)).join("");

/** Pages on which a search through what is open, or a copy of it, would be quadratic: minutes instead of a second. */
it.each([
  ["unclosed elements", many("<div>", 1_000_000)],
  ["unclosed formatting", many("<b>", 1_000_000)],
  ["formatting that is never the same", numbered((i) => `<font a=${i}>`)],
  ["much formatting opened again in each paragraph", numbered((i) => `<font a=${i}>`, 200) + many("<p>x")],
  ["paragraph ends far from the paragraph", `<p><button>${many("<div>")}${many("</p>")}`],
  ["blocks in formatting", many("<b><div>") + many("</b>")],
  ["blocks in links", many("<a><div>")],
  ["a link that ends ever deeper", `<a>${many("<div>")}${many("</a>")}`],
  ["formatting that ends far below", many("<b>", 100) + many("<div>") + many("<i></b>")],
  ["a block with many children that moves", `<a><b><u><i><s><div>${many("<br>")}${many("</a><a>")}`],
  ["tables in tables", many("<table><td>")],
  ["text before a table", `<table>${many("x<b>")}`],
  ["tables far below a cell", many("<div>") + many("<table></table>")],
  ["end tags of nothing in SVG", `<svg>${many("<g>")}${many("</x>")}`],
  ["end tags of nothing", many("<span>") + many("</x>")],
  ["forms that end far below", `<form>${many("<div>")}${many("</form><form>")}`],
  ["items far below an item", `<li>${many("<section>")}${many("<li>")}`],
  ["templates", many("<template>") + many("</template>")],
  ["objects with formatting", many("<b><object>") + many("x</object>")],
  ["names that are never the same", numbered((i) => `<x${i}>`)],
  ["a million attributes", `<a ${numbered((i) => `b${i}=c `, 1_000_000)}>`],
  ["spaces", `<a${many(" ")}>${many(" ")}`],
  ["signs that are no markup", many("<") + many("&") + many("<!")],
  ["comments that do not end", many("<!--") + many("- --!")],
  ["scripts in scripts", `<script>${many("<!--<script>")}`],
  ["end tags cut short", many("<style></styl")],
  ["NULs and line ends", many("\0") + many("\r")],
])("reads %s in time", (_name, page) => {
  const tree = parseHtml(page);
  expect(tree.size).toBeGreaterThan(3);
  // A page may not blow up: copies of formatting cost of a budget.
  expect(tree.size).toBeLessThan(page.length * 2);
});

it("builds the same tree of deep pages as parse5", () => {
  for (const page of [
    many("<div>", 20_000),
    many("<div><p>x", 5000),
    many("<table><td>", 5000),
    many("<ul><li>x", 5000),
  ])
    expect(outlineOf(parseHtml(page))).toEqual(parse5Outline(page));
});

it("reads a page of fifty million units", () => {
  const row = "<tr><td class='a'>one &amp; two<td><a href=/x>three</a>\n";
  const page = `<table>${row.repeat(Math.ceil(5e7 / row.length))}</table>`;
  const tree = parseHtml(page);
  expect(tree.end[0]).toBe(page.length);
  expect(tree.size).toBeGreaterThan(5_000_000);
});
