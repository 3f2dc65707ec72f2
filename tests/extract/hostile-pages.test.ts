import { describe, expect, it } from "vitest";
import { HOSTILE_PAGES } from "../../bench/hostile/hostile-pages.ts";
import { learned } from "../../src/extract/learned.ts";
import { type Cleaned, cleanHtml } from "../../src/index.ts";
import { extractors } from "../../src/open-page.ts";
import { openVisible } from "../../src/pipeline.ts";
import { withoutWhitespace } from "../../src/text/whitespace.ts";

const SENTENCE = "The last tram left the depot with its lights off, which nobody on the platform had expected.";

/** Visible characters of a page, and those that the result holds. */
function account(html: string, { blocks, ledger }: Cleaned): readonly [seen: number, held: number] {
  const { visible } = openVisible({ content: html, mediaType: "text/html" }, {});
  const ink = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + withoutWhitespace(text).length, 0);
  const kept = blocks.map(({ text, original }) => original ?? text);
  const outside = ledger.filter(({ start, end }) => !blocks.some((b) => b.start <= start && b.end >= end));
  return [ink(visible.map(({ text }) => text)), ink([...kept, ...outside.map(({ text }) => text)])];
}

/** At these sizes, the largest of the benchmark, whatever is quadratic takes minutes. */
it.each(HOSTILE_PAGES.map(({ name, page, size }) => [name, page, size] as const))(
  "cleans %s in time",
  (_, page, size) => {
    const cleaned = cleanHtml(page(4 * size));
    expect(cleaned.flags).not.toContain("extractor-failed");
    expect(cleaned.blocks.length + cleaned.ledger.length).toBeGreaterThan(0);
  },
);

it.each([10_000, 100_000])("finds the text below %i nested elements", (depth) => {
  const html = `${"<div>".repeat(depth)}<p>${SENTENCE}</p>${"</div>".repeat(depth)}`;
  expect(cleanHtml(html).text).toBe(SENTENCE);
});

it("cleans a page of twenty megabytes", () => {
  const html = `<article>${`<p>${SENTENCE} &amp; more</p>\n`.repeat(Math.ceil(2e7 / (SENTENCE.length + 20)))}</article>`;
  const cleaned = cleanHtml(html);
  expect(cleaned.blocks.length + cleaned.ledger.length).toBeGreaterThan(170_000);
});

it("accounts for every character of every prefix of a page", () => {
  const page = `<!doctype html><html lang=en><head><meta charset=utf-8><title>Late &amp; tram</title><style>p{}</style>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Late tram"}</script></head><body class="a">
<nav><a href="/">Home</a> <a href='/x'>X</a></nav><!-- c --><article><h1>Late &amp; tram</h1><p>${SENTENCE}<br>It &nbsp;snowed.
<table><tr><td>1<td>2</table><ul><li>one<li>two</ul><pre> a\n  b</pre></article><footer>\u00a9 Quay</footer></body></html>`;
  for (let end = 0; end <= page.length; end++) {
    const html = page.slice(0, end);
    const [seen, held] = account(html, cleanHtml(html));
    expect(held, html).toBe(seen);
  }
});

describe("an extractor that throws", () => {
  const broken = {
    name: "broken",
    choose: () => {
      throw new RangeError("Set maximum size exceeded");
    },
  };
  it("leaves the whole body, flagged", () => {
    Object.assign(extractors, { broken });
    const html = `<title>Tram</title><nav>Home</nav><p>${SENTENCE}</p>`;
    const cleaned = cleanHtml(html, { extractor: "broken" });
    expect(cleaned).toMatchObject({
      text: `Home\n\n${SENTENCE}`,
      ledger: [],
      flags: ["no-article", "extractor-failed"],
    });
    Object.assign(extractors, { broken: learned });
    expect(cleanHtml(html, { extractor: "broken" }).flags).not.toContain("extractor-failed");
  });
});
