import fc from "fast-check";
import { expect, it } from "vitest";
import { parseHtml } from "../../src/html/parse-html.ts";
import { TAG } from "../../src/html/tags.ts";
import { textOf, textPieces } from "../../src/html/text.ts";
import { CLONE, ENCODED, INERT, RAW } from "../../src/html/tree.ts";
import { correctedSoup, tagSoup } from "../extract/tag-soup.ts";
import { isComparable, outlineOf, parse5Outline } from "./outline.ts";

it.each([
  ["tag soup", tagSoup],
  ["soup that needs correction", correctedSoup],
])("builds the tree that parse5 builds of any %s", (_name, soup) => {
  fc.assert(
    fc.property(soup.filter(isComparable), (html) => {
      expect(outlineOf(parseHtml(html))).toEqual(parse5Outline(html));
    }),
    { numRuns: 3000 },
  );
});

it("keeps texts in the order of the source, each a run of it", () => {
  fc.assert(
    fc.property(tagSoup, (html) => {
      const tree = parseHtml(html);
      let before = 0;
      for (let node = 1; node < tree.size; node++) {
        if (tree.tag[node] !== TAG["#text"]) continue;
        expect(tree.start[node]).toBeGreaterThanOrEqual(before);
        before = tree.end[node]!;
        const pieces = textPieces(tree, node);
        expect(pieces.map(({ text }) => text).join("")).toBe(textOf(tree, node));
        for (const { start, end, text, verbatim } of pieces) if (verbatim) expect(html.slice(start, end)).toBe(text);
      }
      expect(before).toBeLessThanOrEqual(html.length);
    }),
    { numRuns: 2000 },
  );
});

it("reads bytes as Latin-1 as it reads their text", () => {
  const html = "<p title='Grüße'>Grüße &amp; <b>世界</b>\r\n";
  const bytes = parseHtml(Buffer.from(html).toString("latin1"));
  const text = parseHtml(html);
  expect(bytes.tag.slice(0, bytes.size)).toEqual(text.tag.slice(0, text.size));
  expect(Buffer.from(textOf(bytes, 5), "latin1").toString()).toBe(textOf(text, 5));
});

it("reads every beginning of a page", () => {
  const page =
    "<!doctype html public 'x'><html lang=de><head><title>a&amp;b</title><script><!--<script>x</script>--></script></head>" +
    "<body class='a b'><!-- c --><table><tr><td>a<svg><![CDATA[b]]><desc>c</svg><select><option>d</table><b>e<p>f</b>&copy g";
  for (let end = 0; end <= page.length; end++) {
    const start = page.slice(0, end);
    const section = start.lastIndexOf("<![CDATA[");
    if (section >= 0 && !start.includes("]]>")) expect(parseHtml(start).size).toBeGreaterThan(3);
    else expect(outlineOf(parseHtml(start)), start).toEqual(parse5Outline(start));
  }
});

it("gives each element the span of its start tag, and implied ones none", () => {
  const html = "a<b title='>'>c<p></b>d";
  const tree = parseHtml(html);
  const spans = Array.from({ length: tree.size }, (_, node) => html.slice(tree.start[node], tree.end[node]));
  expect(spans).toEqual([html, "", "", "", "a", "<b title='>'>", "c", "<p>", "<b title='>'>", "d"]);
});

it("marks what is in a template, what is code and what was opened again", () => {
  const tree = parseHtml("<template><p>a</template><script>b&amp;</script><b><p></b>c&amp;");
  const flagsOf = (text: string) => {
    for (let node = 1; node < tree.size; node++) if (textOf(tree, node) === text) return tree.flags[node];
    return -1;
  };
  expect(flagsOf("a")).toBe(INERT);
  expect(flagsOf("b&amp;")).toBe(RAW);
  expect(flagsOf("c&")).toBe(ENCODED);
  expect(tree.flags.filter((flags) => flags & CLONE).length).toBe(1);
});

it("keeps a tree as it is when the next page is read", () => {
  const first = parseHtml("<p class=a>one<b>two");
  const before = outlineOf(first);
  parseHtml("<table><td id=b>three".repeat(10));
  expect(outlineOf(first)).toEqual(before);
});
