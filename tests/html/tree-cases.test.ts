import { expect, it } from "vitest";
import { parseHtml } from "../../src/html/parse-html.ts";
import { outlineOf, parse5Outline } from "./outline.ts";
import { TREE_CASES } from "./tree-cases.ts";

const cases = Object.entries(TREE_CASES).flatMap(([topic, pages]) => pages.map((page) => [topic, page] as const));

it("has enough cases", () => {
  expect(cases.length).toBeGreaterThan(250);
});

it.each(cases)("%s: %j", (_topic, page) => {
  expect(outlineOf(parseHtml(page))).toEqual(parse5Outline(page));
});

/** A few in full, so that not all rests on the oracle. `(` and `)` stand around what is in an element. */
it.each([
  ["<p>a<p>b", "html(head() body(p(a) p(b)))"],
  ["<b>a<p>b</b>c", "html(head() body(b(a) p(b(b) c)))"],
  ["<table>a<tr><td>b", "html(head() body(a table(tbody(tr(td(b))))))"],
  ["<ul><li>a<li>b", "html(head() body(ul(li(a) li(b))))"],
  ["<title>a<b></title>c", "html(head(title(a<b>)) body(c))"],
  ["<svg><desc><p>a</svg>b", "html(head() body(svg(desc(p(ab)))))"],
  ["<a>1<a>2", "html(head() body(a(1) a(2)))"],
  ["<table><template><tbody><table>a", "html(head() body(table(template(tbody() a))))"],
  ["<math><mi><![CDATA[<p>]]>", "html(head() body(math(mi(<p>))))"],
])("%j is %s", (page, expected) => {
  const told = outlineOf(parseHtml(page))
    .map((line) => (line === ">" ? ")" : line.startsWith("<") ? `${line.slice(1)}(` : JSON.parse(line)))
    .join(" ");
  expect(told.replaceAll("( ", "(").replaceAll(" )", ")")).toBe(expected);
});
