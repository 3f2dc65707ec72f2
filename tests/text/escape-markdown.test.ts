import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeCell, escapeHeading, escapeInline, escapeParagraph } from "../../src/text/escape-markdown.ts";
import { collapseWhitespace } from "../../src/text/whitespace.ts";
import { parseMarkdown } from "../parse-markdown.ts";

/** Lines of what Markdown has as syntax, with a little text between. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\\ ` `` ``` * ** *** _ __ ~ ~~ ~~~ # ## > < <b> </b> <!-- --> <a@b.co> & &amp; &#65; &#x1F; &copy".split(
          " ",
        ),
        ..."[ ] ( ) ]( ![ [a]: [^1]: [x] - + 1. 12) = == --- | |-| : ! http://a.b/c_d_ word a ü 桥 😀 “ . , 5".split(
          " ",
        ),
        " ",
        " ",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => collapseWhitespace(parts.join("").replaceAll("\0", "")));

const ink = line.filter((text) => text !== "");
const RUNS = 2_000;

const reads = (markdown: string, text: string, kind: string, note: string): void => {
  const leaves = parseMarkdown(markdown);
  expect(leaves, note).toHaveLength(1);
  expect(leaves[0], note).toMatchObject({ kind, text });
};

describe("gives the text back to a parser", () => {
  it("as a paragraph", () => {
    fc.assert(
      fc.property(ink, (text) => reads(escapeParagraph(text), text, "paragraph", text)),
      { numRuns: RUNS },
    );
  });

  it("as the first paragraph of an entry and of a quotation", () => {
    fc.assert(
      fc.property(ink, fc.constantFrom("- ", "* ", "7. ", "> "), (text, mark) =>
        reads(mark + escapeParagraph(text), text, "paragraph", text),
      ),
      { numRuns: RUNS },
    );
  });

  it("as a heading", () => {
    fc.assert(
      fc.property(ink, (text) => reads(`## ${escapeHeading(text)}`, text, "heading", text)),
      { numRuns: RUNS },
    );
  });

  it("as a cell", () => {
    fc.assert(
      fc.property(ink, (text) => {
        const [head, row] = parseMarkdown(`| a | b |\n| --- | --- |\n| ${escapeCell(text)} | end |`);
        expect(head?.text).toBe("a b");
        expect(row, text).toMatchObject({ kind: "row", text: `${text} end` });
      }),
      { numRuns: RUNS },
    );
  });
});

it.each([
  "It was 2 * 3 * 4, and 5 < 6 & 7 > 2.",
  "snake_case_name and a trailing* star",
  "An AT&T line [sic] with (brackets) and a [note]",
  "C# and F# ~ 5 km, about 10% = a lot!",
  "https://news.example/a_b/c_d?x=1&y=2#top",
  "#hashtag -5 degrees, +3 more",
  "1.5 litres",
  "2024 - a year",
  "back\\slash and a lone ` tick",
])("leaves %s alone", (text) => {
  expect(escapeParagraph(text)).toBe(text);
});

it.each([
  ["# not a heading", "\\# not a heading"],
  ["- not an entry", "\\- not an entry"],
  ["+ 5", "\\+ 5"],
  ["* footnote", "\\* footnote"],
  ["1. May", "1\\. May"],
  ["12) is it", "12\\) is it"],
  ["> said he", "\\> said he"],
  ["```", "\\`\\`\\`"],
  ["~~~ wave", "\\~\\~\\~ wave"],
  ["===", "\\==="],
  ["---", "\\---"],
  ["* * *", "\\* * *"],
  ["[ ] open", "\\[ ] open"],
  ["[1]: see there", "\\[1]: see there"],
  ["an *important* word", "an \\*important\\* word"],
  ["__init__", "\\_\\_init\\_\\_"],
  ["the `x` key", "the \\`x\\` key"],
  ["[a](b)", "[a\\](b)"],
  ["<b>bold</b>", "\\<b>bold\\</b>"],
  ["&amp; and &#65;", "\\&amp; and \\&#65;"],
  ["a \\* b", "a \\\\* b"],
  ["~~gone~~", "\\~\\~gone\\~\\~"],
])("escapes %s", (text, escaped) => {
  expect(escapeParagraph(text)).toBe(escaped);
});

it("escapes what ends a heading or a cell", () => {
  expect(escapeHeading("The note in C #")).toBe("The note in C \\#");
  expect(escapeHeading("C#")).toBe("C#");
  expect(escapeHeading("- a dash")).toBe("- a dash");
  expect(escapeCell("a | b")).toBe("a \\| b");
});

it("takes linear time", { timeout: 10_000 }, () => {
  const size = 200_000;
  for (const part of ["*a ", "`", "``a`", "[", "<", "&", "_a", "~", "\\", "#", "]( ", "-", "- ", "[a", "# #"]) {
    const text = part.repeat(size);
    expect(escapeInline(text).length).toBeGreaterThanOrEqual(text.length);
    expect(escapeParagraph(text).length).toBeGreaterThanOrEqual(text.length);
    expect(escapeHeading(text).length).toBeGreaterThanOrEqual(text.length);
  }
});
