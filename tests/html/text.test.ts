import { expect, it } from "vitest";
import { parseHtml } from "../../src/html/parse-html.ts";
import { TAG } from "../../src/html/tags.ts";
import { textOf, textPieces } from "../../src/html/text.ts";

/** The first text of a page. */
function firstText(html: string) {
  const tree = parseHtml(html);
  const node = tree.tag.indexOf(TAG["#text"]);
  expect(node).toBeGreaterThan(0);
  return { tree, node };
}

it.each([
  ["a b", "a b"],
  ["a &amp; b", "a & b"],
  ["a & b &x; &", "a & b &x; &"],
  ["a&copy2&lt;", "a©2<"],
  ["&NotEqualTilde;", "\u2242\u0338"],
  ["a\r\nb\rc\n", "a\nb\nc\n"],
  ["a\0b", "ab"],
  ["a&#13;&#0;", "a\r\ufffd"],
  ["<textarea>\r\na\0&amp;", "a\ufffd&"],
  ["<xmp>a\0\r&amp;", "a\ufffd\n&amp;"],
  ["<svg>a\0&amp;", "a\ufffd&"],
  ["<svg><desc>a\0&amp;", "a&"],
  ["<svg><![CDATA[a\r&amp;]]>", "a\n&amp;"],
  ["<plaintext>a&amp;\0", "a&amp;\ufffd"],
])("tells what a reader sees of %j", (html, seen) => {
  const { tree, node } = firstText(html);
  expect(textOf(tree, node)).toBe(seen);
  expect(textPieces(tree, node).reduce((text, piece) => text + piece.text, "")).toBe(seen);
});

it("parts a text at what stands for something else", () => {
  const { tree, node } = firstText("<b>one &amp; two\r\n&x; three\0</b>");
  expect(textPieces(tree, node)).toEqual([
    { start: 3, end: 7, text: "one ", verbatim: true },
    { start: 7, end: 12, text: "&", verbatim: false },
    { start: 12, end: 16, text: " two", verbatim: true },
    { start: 17, end: 27, text: "\n&x; three", verbatim: true },
  ]);
});

it("takes a text that is as written in one piece", () => {
  const { tree, node } = firstText("<p>one two</p>");
  expect(textPieces(tree, node)).toEqual([{ start: 3, end: 10, text: "one two", verbatim: true }]);
});

it("keeps the place of text that a table cannot have", () => {
  const html = "<table><tr>one<td>two";
  const tree = parseHtml(html);
  const texts = Array.from({ length: tree.size }, (_, node) => node).filter((node) => tree.tag[node] === TAG["#text"]);
  expect(texts.map((node) => html.slice(tree.start[node], tree.end[node]))).toEqual(["one", "two"]);
  expect(tree.tag[tree.parent[texts[0]!]!]).toBe(TAG.body);
});
