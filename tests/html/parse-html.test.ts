import fc from "fast-check";
import { expect, it } from "vitest";
import { parseHtml } from "../../src/html/parse-html.ts";
import { TAG } from "../../src/html/tags.ts";
import { textOf, textPieces } from "../../src/html/text.ts";
import { tagSoup } from "../extract/tag-soup.ts";
import { outlineOf, parse5Outline } from "./outline.ts";

/**
 * Where parse5 8.1 reads in another way than the standard: it looks beyond a template for an open table and fosters
 * white space in it, and loses CDATA sections where SVG or MathML holds HTML. And `</>`, which is nothing, parts two
 * texts for us.
 */
function isComparable(html: string): boolean {
  if (html.includes("<![CDATA[") && /<(?:mi|mtext|desc|title)>/.test(html)) return false;
  return !html.includes("</>") && !(html.includes("<template>") && /<\/?(?:table|tbody|tr|td|th|caption)\b/.test(html));
}

it("builds the tree that parse5 builds of any tag soup", () => {
  fc.assert(
    fc.property(tagSoup.filter(isComparable), (html) => {
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
