import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../src/core/markdown/write-markdown.ts";
import { cleanText, createPipeline } from "../../src/index.ts";
import { openDocument, runStages } from "../../src/pipeline.ts";

const { cleanText: clean } = createPipeline({ format: "markdown" }, []);
const markdown = (text: string): string => clean(text).text;
const fromMarkdown = (text: string): string =>
  runStages(openDocument(text, "text/markdown", { format: "markdown" }).document, [], {}).text;

describe("a plain text as Markdown", () => {
  it.each([
    ["headings", "# a\n\n###\tb", "# a\n\n### b"],
    ["entries of any mark", "• a\n* b\n– c", "- a\n- b\n- c"],
    ["numbered entries", "3) a\n4) b", "3. a\n4. b"],
    ["nested entries", "- a\n  - b\n    1. c\n- d", "- a\n  - b\n    1. c\n- d"],
    ["entries that come back half the way", "- a\n    - b\n  - c", "- a\n  - b\n  - c"],
    ["text that goes on in an entry", "- a\n\n  more\n\nno more", "- a\n\n  more\n\nno more"],
    ["a blank line between entries", "- a\n\n- b", "- a\n- b"],
    ["another kind of list", "- a\n1. b", "- a\n\n1. b"],
    ["quotations", "> a\n> b\n>\n> > c\n\n> d", "> a\n>\n> b\n>\n> > c\n\n> d"],
    ["code", "```js\n  a\n\n  b\n```", "```js\n  a\n\n  b\n```"],
    ["code in waves", "~~~\na\n~~~", "```\na\n```"],
    ["a fence with nothing in it", "```\n```", "```\n```"],
    [
      "a table with a line of dashes",
      "| a | b* |\n|---|:-:|\n| c* | d |\n\ne",
      "| a | b* |\n|---|:-:|\n| c* | d |\n\ne",
    ],
    ["what only looks like a table", "| a | b |\n| c | d |", "| a | b |\n\n| c | d |"],
    ["syntax in prose", "a *b* c\n\n1986. A year\n\n1234567890. b", "a \\*b\\* c\n\n1986\\. A year\n\n1234567890. b"],
  ])("has %s", (_, text, expected) => {
    expect(markdown(text)).toBe(expected);
  });

  it("has no entry without text: should only its mark be left, it is the text", () => {
    expect(cleanText("- \u00ad\n\nThe quay was shut.", { format: "markdown" }).text).toBe(
      "- \\-\n\nThe quay was shut.",
    );
  });

  it("keeps the marks in the text of its blocks", () => {
    const { blocks } = clean("• a\n\n> b");
    expect(blocks.map(({ text }) => text)).toEqual(["• a", "> b"]);
    expect(blocks.map(({ shape }) => shape?.parts)).toEqual([[{ start: 2, end: 3 }], [{ start: 2, end: 3 }]]);
  });

  it("nests no deeper than anyone needs, in linear time", { timeout: 20_000 }, () => {
    const deep = Array.from({ length: 3000 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n");
    const lines = markdown(deep).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(80);
    for (const line of ["> ".repeat(1000), "> a\n", "- a\n", "| a |\n| - |\n", "| - |\n"]) {
      const { blocks } = clean(line.repeat(20_000));
      expect(writeMarkdown(blocks).at).toHaveLength(blocks.length);
    }
  });
});

it("leaves Markdown as its author wrote it, but for white space", () => {
  const text = [
    "Title\n=====",
    "Some *words* and a [link](/a)\nin lines.",
    "* a\n    * b\n\n* c",
    "| a | b |\n|---|---|\n| `c` | d |",
    "1. x\n\n   ```js\n   y();\n   ```",
    "    indented code\n    more of it",
  ].join("\n\n");
  expect(fromMarkdown(text.replace("words* and", "words*   and"))).toBe(text);
});
