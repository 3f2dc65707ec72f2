import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentText } from "../../src/segment/segment-text.ts";
import { withoutWhitespace } from "../../src/text/whitespace.ts";

const kinds = (text: string): string[] => segmentText(text).map(({ kind }) => kind);
const texts = (text: string): string[] => segmentText(text).map((block) => block.text);

const PIECES = [
  "mill",
  "wheel ",
  " ",
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "```",
  "~~~",
  "- ",
  "# ",
  "> ",
  "| a |",
  "橋",
  "\u2028",
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(""));

it("covers every visible character once, in order, with the source's own text", () => {
  fc.assert(
    fc.property(anyText, (source) => {
      let last = 0;
      for (const { start, end, text } of segmentText(source)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(withoutWhitespace(source.slice(last, start))).toBe("");
        expect(text).toBe(source.slice(start, end));
        expect(withoutWhitespace(text)).not.toBe("");
        last = end;
      }
      expect(withoutWhitespace(source.slice(last))).toBe("");
    }),
    { numRuns: 5000 },
  );
});

it.each(["\n", "\r\n", "\r"])("cuts at line ends of the kind %j", (end) => {
  expect(texts(["One line here", "and a second", "", "Third", "", "", "Fourth", ""].join(end))).toEqual([
    "One line here",
    "and a second",
    "Third",
    "Fourth",
  ]);
});

describe("hard-wrapped text", () => {
  const MAIL = `The rail of the bridge came on Monday, wrapped in
straw, and it is a hand thicker than the old one which
the barge bent in September, so that the brackets must
be widened before it fits.

I have asked the smith, who wants two days and a place
in the shade.`;

  it("is joined to paragraphs", () => {
    expect(texts(MAIL).map((text) => text.slice(0, 10))).toEqual(["The rail o", "I have ask"]);
  });

  it("keeps list entries, quotes and headings apart", () => {
    const text = `${MAIL}\n\n- a bench that does not rock when somebody leans\n  carelessly and hammers\n- drawings\n> Who will pay?\n# End`;
    expect(kinds(text)).toEqual(["paragraph", "paragraph", "list-item", "list-item", "quote", "heading"]);
  });

  it("is not seen in verse", () => {
    expect(
      texts("A penny for the cart,\nA penny for the hay,\nAnd nothing for the swallow\nThat crosses twice a day."),
    ).toHaveLength(4);
  });

  it("is not seen in a file with one paragraph a line", () => {
    const line = "The bridge was opened again on Thursday, nine months after a coal barge had bent its rail. "
      .repeat(3)
      .trim();
    expect(texts(Array.from({ length: 5 }, () => line).join("\n"))).toHaveLength(5);
  });

  it("is joined in scripts without spaces", () => {
    const wrapped =
      "木曜日に旋回橋がふたたび開き、最初の一時間で\n二百人が渡った。多くは自転車を押していたが、何\nも持たずに川の向こうへ行くだけの人もいた。技師\nによれば、新しい欄干は古いものより厚いという。";
    expect(texts(wrapped)).toHaveLength(1);
  });
});

describe("code fences", () => {
  it("keep blank lines and indentation inside one block", () => {
    expect(segmentText("Text\n```js\n\n  a\n```\nmore")).toMatchObject([
      { kind: "paragraph", text: "Text" },
      { kind: "code", text: "```js\n\n  a\n```" },
      { kind: "paragraph", text: "more" },
    ]);
  });

  it("need a closing fence of the same kind", () => {
    expect(kinds("```\na\n~~~")).toEqual(["paragraph", "paragraph", "paragraph"]);
    expect(kinds("~~~\n```\n~~~")).toEqual(["code"]);
  });
});

it.each([
  ["# Heading", "heading"],
  ["#hashtag", "paragraph"],
  ["- entry", "list-item"],
  ["12. entry", "list-item"],
  ["1871. That was the year", "paragraph"],
  ["-5 degrees", "paragraph"],
  ["> quoted", "quote"],
  ["| a | b |", "table"],
])("%s is a %s", (text, kind) => {
  expect(kinds(text)).toEqual([kind]);
});
