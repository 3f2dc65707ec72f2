import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, it } from "vitest";
import { AttributeCursor, attribute } from "../../src/html/attributes.ts";
import { parseHtml } from "../../src/html/parse-html.ts";
import { TAG, type TagName } from "../../src/html/tags.ts";

function elementOf(html: string, name: TagName) {
  const tree = parseHtml(html);
  const node = tree.tag.subarray(0, tree.size).indexOf(TAG[name]);
  expect(node).toBeGreaterThan(0);
  return { tree, node };
}

it.each([
  ['<div class="a b">', "a b"],
  ["<div class='a \"b'>", 'a "b'],
  ["<div class=a/b>", "a/b"],
  ["<div class = a >", "a"],
  ["<div CLASS=a class=b>", "a"],
  ["<div class>", ""],
  ["<div class=>", ""],
  ["<div x/class=a>", "a"],
  ["<div class=a&amp;b&copy=1&lt>", "a&b&copy=1<"],
  ["<div class='a\r\nb\0'>", "a\nb\ufffd"],
])("reads %j", (html, value) => {
  const { tree, node } = elementOf(html, "div");
  expect(attribute(tree, node, "class")).toBe(value);
});

it.each(["<div>", "<div classy=a>", "<div =class=a>", "<div/>", "<div id='class'>"])("finds none in %j", (html) => {
  const { tree, node } = elementOf(html, "div");
  expect(attribute(tree, node, "class")).toBeUndefined();
});

it("walks all attributes with their spans", () => {
  const { tree, node } = elementOf("<div a=1 B='2' c>", "div");
  const cursor = new AttributeCursor(tree).on(node);
  const seen: string[][] = [];
  while (cursor.next()) seen.push([tree.source.slice(cursor.nameStart, cursor.nameEnd), cursor.value()]);
  expect(seen).toEqual([
    ["a", "1"],
    ["B", "2"],
    ["c", ""],
  ]);
  expect(cursor.on(1).next()).toBe(false);
});

it("gives the attributes of a late <html> or <body> to the implied element", () => {
  const { tree, node } = elementOf("\ufeff<html lang=de><body class=a>", "html");
  expect(attribute(tree, node, "lang")).toBe("de");
  expect(attribute(tree, tree.tag.indexOf(TAG.body), "class")).toBe("a");
});

const PARTS = [
  ...[
    "a",
    "B",
    "class",
    "x-y",
    "Ä",
    "=",
    "==",
    " = ",
    "=a",
    "='",
    "'",
    '="',
    '"',
    " ",
    "\n",
    "\r\n",
    "\t",
    "\f",
    "/",
    "/ ",
  ],
  ...["b c", "&amp;", "&lt", "&copy=", "&#65;", "&#0;", "&x", "\0", "<", "世", "é", "1", "'b c'", '"d>e"', "data-x=1"],
];

it("reads the attributes that parse5 reads", () => {
  const soup = fc.array(fc.constantFrom(...PARTS), { maxLength: 16 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(soup, (written) => {
      const html = `<body><div ${written}>`;
      const body = parse(html).childNodes[0] as DefaultTreeAdapterTypes.Element;
      const element = (body.childNodes[1] as DefaultTreeAdapterTypes.Element).childNodes[0];
      const expected =
        element && "attrs" in element ? element.attrs.map(({ name, value }) => [name, value]) : undefined;
      expect(firstAttributes(html)).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});

/** Names and values of the first div's attributes, without the duplicates that do not count. */
function firstAttributes(html: string): string[][] | undefined {
  const tree = parseHtml(html);
  const node = tree.tag.indexOf(TAG.div);
  if (node < 0) return undefined;
  const cursor = new AttributeCursor(tree).on(node);
  const read = new Map<string, string>();
  while (cursor.next()) {
    const name = html.slice(cursor.nameStart, cursor.nameEnd).replaceAll("\0", "\ufffd");
    const lower = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (read.has(lower)) continue;
    read.set(lower, cursor.value());
    if (!name.includes("\ufffd")) expect(attribute(tree, node, lower)).toBe(cursor.value());
  }
  return Array.from(read);
}
