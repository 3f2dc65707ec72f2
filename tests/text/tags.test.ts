import fc from "fast-check";
import { expect, it } from "vitest";
import { findTags } from "../../src/text/tags.ts";

const found = (text: string): string[] => findTags(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ["a <b>c</b> d", ["<b>", "</b>"]],
  ["a<br/>b<BR />c<hr>", ["<br/>", "<BR />", "<hr>"]],
  ["<a href=\"/x\" rel=tag title='y'>z</a>", ["<a href=\"/x\" rel=tag title='y'>", "</a>"]],
  ["<a href=“/x”>z", ["<a href=“/x”>"]],
  ["a<!-- b > c -->d", ["<!-- b > c -->"]],
  ["a<!-- b", []],
  ["<script>if (a < b) x()</script>!", ["<script>if (a < b) x()</script>"]],
  ["<style>p { color: red }</style>!", ["<style>p { color: red }</style>"]],
  ["x < y and y > z, <n>, <clerk@mill.example>, <pause>", []],
  ["a < b> and <3", []],
  ["<br", []],
])("%s", (text, tags) => {
  expect(found(text)).toEqual(tags);
});

it("says what a tag is and whether it parts words", () => {
  const [open, close] = findTags("<p>x</p>");
  expect(open).toMatchObject({ name: "p", kind: "open", separates: true });
  expect(close).toMatchObject({ name: "p", kind: "close" });
  expect(findTags("<em>x<!-- y --><br>")).toMatchObject([
    { name: "em", kind: "open", separates: false },
    { name: "!--", kind: "void", separates: false },
    { name: "br", kind: "void", separates: true },
  ]);
});

it("answers with spans in order that do not overlap, whatever the text", () => {
  const piece = fc.constantFrom("<", ">", "/", "b", "script", "!--", "-->", " ", '"', "=", "</script>", "a", "\n");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      let last = 0;
      for (const { start, end } of findTags(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text[start]).toBe("<");
        expect(text[end - 1]).toBe(">");
        last = end;
      }
    }),
    { numRuns: 2000 },
  );
});
