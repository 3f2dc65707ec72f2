import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learned } from "../../src/extract/learned.ts";
import { readPage } from "../../src/extract/page.ts";
import { cleanHtml } from "../../src/index.ts";
import { tagSoup } from "./tag-soup.ts";

const PROSE = [
  "The last tram of the evening left the depot with its lights off, which nobody on the platform had expected.",
  "It stood for a while at the bend, and the driver, a man of few words, got out to look at the points.",
  "When he came back he said that the snow had done it, and that they would all have to walk down to the quay.",
  "So they walked, twelve of them and a dog, and by the time they had got there the kiosk had opened again.",
];
const paragraphs = PROSE.map((text) => `<p>${text}</p>`).join("\n");
const MENU = `<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>`;

describe("the learned extractor", () => {
  it("gives every block of any page a probability, the same every time", () => {
    fc.assert(
      fc.property(tagSoup, (html) => {
        const page = readPage(html);
        const choice = learned.choose(page, {});
        for (let b = 0; b < page.blocks.length; b++) expect(choice?.scores?.[b] ?? 0).toBeGreaterThanOrEqual(0);
        expect(learned.choose(readPage(html), {})).toEqual(choice);
      }),
      { numRuns: 300 },
    );
  });

  it("names the kind of page and how sure it is", () => {
    const html = `<body>${MENU}<article><h1>The last tram</h1>${paragraphs}</article></body>`;
    const cleaned = cleanHtml(html, { url: "https://news.example/2024/05/the-last-tram-of-the-evening" });
    expect(cleaned.pageType).toBe("article");
    expect(cleaned.confidence).toBeGreaterThan(0.8);
  });

  it("keeps short fragments whole", () => {
    for (const html of ["<p>Hello world.</p>", "just <b>text</b>", "<ul><li>one</li><li>two</li></ul>"])
      expect(cleanHtml(html).ledger).toEqual([]);
  });
});

// What users of other extractors lose.
describe("keeps", () => {
  const text = (body: string): string =>
    cleanHtml(`<html><body>${MENU}${body}<footer>© The Quay</footer></body></html>`).text;

  it.each([
    ["a section named for releases", `<div class="release"><h2>Release notes</h2>${paragraphs}</div>`],
    ["a section in a hero", `<section class="hero"><div>${paragraphs}</div></section>`],
    [
      "paragraphs with a word of furniture in the heading",
      `<article><h2>Share of the vote</h2>${paragraphs}</article>`,
    ],
    ["the first and the last paragraph", `<article>${paragraphs}</article>`],
    [
      "text after an inline element",
      `<article>${PROSE.map((t) => `<p><b>${t.slice(0, 20)}</b>${t.slice(20)}</p>`).join("")}</article>`,
    ],
  ])("%s", (_, body) => {
    const kept = text(body);
    for (const sentence of PROSE) expect(kept).toContain(sentence);
  });

  it("a paragraph that is all link", () => {
    const linked = PROSE.map((sentence, i) => `<p>${i === 2 ? `<a href="/quay">${sentence}</a>` : sentence}</p>`).join(
      "",
    );
    expect(text(`<article><h1>The last tram</h1>${linked}</article>`)).toContain(PROSE[2]);
  });

  it("every paragraph once", () => {
    const kept = text(`<article>${paragraphs}</article>`);
    for (const sentence of PROSE) expect(kept.split(sentence).length).toBe(2);
  });
});
