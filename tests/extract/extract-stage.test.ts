import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/core/apply-edits.ts";
import { type Cleaned, finish } from "../../src/core/cleaned.ts";
import { extraction, planExtraction } from "../../src/extract/extract-stage.ts";
import type { Extractor } from "../../src/extract/extractor.ts";
import { learned } from "../../src/extract/learned.ts";
import { readMetadata } from "../../src/extract/metadata.ts";
import { pageDocument, readPage } from "../../src/extract/page.ts";
import { textOf } from "../../src/html/text.ts";

/** Keeps the nodes whose text has a capital X. */
const marked: Extractor = {
  name: "marked",
  choose: ({ tree, measured }) => ({
    kept: new Set(measured.outline.texts.filter((node) => textOf(tree, node).includes("X"))),
  }),
};

function clean(html: string, extractor: Extractor): Cleaned {
  const page = readPage(html);
  const metadata = readMetadata(page.tree);
  const choice = extractor.choose(page, metadata);
  return finish(applyEdits(pageDocument(page, metadata), extraction, planExtraction(page, choice, metadata)));
}
const ledger = (html: string): string[] => clean(html, marked).ledger.map(({ text }) => text);

// Those that need options are for the whole pipeline to show.
describe.each(extraction.rules.filter(({ options }) => !options))("$id", ({ id, changes, leavesAlone, flag }) => {
  const fires = ({ ledger, flags }: Cleaned): boolean =>
    ledger.some(({ rule }) => rule === id) || (flag !== undefined && flags.includes(flag));

  it.each(changes)("changes $input", ({ input, output }) => {
    const cleaned = clean(input, learned);
    expect(cleaned.text).toBe(output);
    expect(fires(cleaned)).toBe(true);
  });
  it.each(leavesAlone)("leaves alone %s", (input) => {
    expect(fires(clean(input, learned))).toBe(false);
  });
});

describe("planExtraction", () => {
  it("drops whole blocks, one line of the ledger each", () => {
    const html = "<p>one</p><p>two &amp; <b>three</b></p><p>X four</p><p>five</p>";
    expect(clean(html, marked).text).toBe("X four");
    expect(ledger(html)).toEqual(["one", "two & three", "five"]);
  });

  it("drops runs of nodes inside a block that stays, with the white space around them kept", () => {
    const html = "<p>X one <b> share </b><i>this</i> <u>X two</u><s> now</s></p>";
    expect(clean(html, marked).text).toBe("X one X two");
    expect(ledger(html)).toEqual(["share this", "now"]);
  });

  it("keeps everything and says so where no article was found", () => {
    const cleaned = clean("<p>one<p>two", { name: "none", choose: () => undefined });
    expect(cleaned).toMatchObject({ text: "one\n\ntwo", flags: ["no-article"], ledger: [] });
  });

  it("keeps nothing and says so where the page has no main content", () => {
    const cleaned = clean("<p>one<p>two", { name: "none", choose: () => ({ kept: new Set() }) });
    expect(cleaned).toMatchObject({ text: "", flags: ["no-content"] });
    expect(cleaned.ledger.map(({ text }) => text)).toEqual(["one", "two"]);
  });

  it.each([
    ["is the title", "<title>Night bread</title><h1>Night  Bread</h1><p>X", "Night Bread\n\nX"],
    [
      "is the title without the site",
      "<title>Night bread | The Street</title><h1>Night bread</h1><p>X",
      "Night bread\n\nX",
    ],
    [
      "stands before other dropped blocks",
      "<title>Night bread</title><nav>menu</nav><h1>Night bread</h1><p>by Ann</p><p>X",
      "Night bread\n\nX",
    ],
  ])("keeps a heading that %s, for the title stage to lift", (_, html, text) => {
    expect(clean(html, marked).text).toBe(text);
  });

  it.each([
    ["only shares words with the title", "<title>Night bread</title><h1>Night</h1><p>X", "X"],
    ["is no heading", "<title>Night bread</title><p>Night bread</p><p>X", "X"],
    ["comes after kept text", "<title>Night bread</title><p>X one</p><h2>Night bread</h2><p>X", "X one\n\nX"],
    ["repeats a title that was kept", "<title>X bread</title><h1>x bread</h1><h1>X bread</h1><p>X", "X bread\n\nX"],
    ["has no title to equal", "<h2>Night bread</h2><p>X", "X"],
  ])("drops a heading that %s", (_, html, text) => {
    expect(clean(html, marked).text).toBe(text);
  });
});
