import { describe, expect, it } from "vitest";
import { discussesMarkup, showsCode } from "../../src/text/code.ts";

describe("shows code", () => {
  it.each([
    "Type `a < b` here.",
    "```",
    "if (ready) {",
    "}",
    "total = price * 2;",
    "ring(2);",
    "color: red;",
    "import bell from 'bell';",
    "prose\n  return 7;",
    "function ring() {",
  ])("%s", (text) => expect(showsCode(text)).toBe(true));

  it.each([
    "And nothing for the swallow;",
    "the keeper shall open the bridge (see 3); and",
    "sauf le pont tournant ;",
    "Return to the mill; it is late.",
    "A single ` mark, and so < on.",
    "The clerk’s `old’ way of quoting",
    "let it be, said the miller, and class was over.",
    "a ` b\nc ` < d",
  ])("not: %s", (text) => expect(showsCode(text)).toBe(false));
});

it("knows talk of markup by its words", () => {
  expect(discussesMarkup("In HTML one writes so.")).toBe(true);
  expect(discussesMarkup("Close the tag again.")).toBe(true);
  expect(discussesMarkup("The stage was tagged and coded.")).toBe(false);
});
