import { describe, expect, it } from "vitest";
import { visibleText } from "../../src/core/document.ts";
import { articleCaptions } from "../../src/extract/captions.ts";
import { type CaptionOptions, planExtraction } from "../../src/extract/extract-stage.ts";
import { readPage } from "../../src/extract/page.ts";
import { cleanHtml } from "../../src/index.ts";

const PROSE = [
  "The last tram of the evening left the depot with its lights off, which nobody on the platform had expected.",
  "It stood for a while at the bend, and the driver, a man of few words, got out to look at the points.",
  "When he came back he said that the snow had done it, and that they would all have to walk down to the quay.",
];
const [first, ...rest] = PROSE.map((text) => `<p>${text}</p>`);
const CAPTION = "The tram at the bend. Photo: O. Varn";
const page = (figure: string, around = ""): string =>
  `<title>The last tram</title><body><article><h1>The last tram</h1>${first}${figure}${rest.join("")}</article>${around}`;

/** What goes of a page, with its rule, where an extractor chooses nothing but the prose. */
function removed(html: string, options: CaptionOptions = {}): [rule: string, text: string][] {
  const read = readPage(html);
  const prose = read.blocks.filter(({ text }) => PROSE.includes(text));
  const choice = { kept: new Set(prose.flatMap(({ runs }) => runs.map(({ node }) => node))) };
  return Array.from(planExtraction(read, choice, {}, options), ({ rule, start, end }) => [
    rule.id,
    visibleText(read.visible, { start, end }),
  ]);
}

describe.each([
  ["a figcaption", `<figure><img src=a.jpg><figcaption>${CAPTION}</figcaption></figure>`],
  ["a table", `<table><caption>${CAPTION}</caption></table>`],
  ["a class", `<div class="wp-caption"><img src=a.jpg><p class="wp-caption-text">${CAPTION}</p></div>`],
  ["a class of several words", `<div class=img><img src=a.jpg><div class="storyImageCaption">${CAPTION}</div></div>`],
])("the caption of %s", (_, figure) => {
  it("goes as a caption", () => {
    expect(removed(page(figure))).toContainEqual(["extract/caption", CAPTION]);
  });

  it("stays where that is asked for", () => {
    const texts = removed(page(figure), { captions: true }).map(([, text]) => text);
    expect(texts).toEqual(["The last tram"]);
    expect(cleanHtml(page(figure), { captions: true }).text).toContain(CAPTION);
  });
});

describe("no caption of the article is", () => {
  const figure = (text: string): string => `<figure><img src=b.jpg><figcaption>${text}</figcaption></figure>`;
  it.each([
    ["what stands in a box of teasers", page(`<div class="related">${figure("A bridge reopens")}</div>`)],
    ["a teaser that is a link", page(figure('<a href="/bridge">A bridge reopens after nine months</a>'))],
    ["what stands behind the article", page("", figure("A bridge reopens"))],
    ["a text that is too long for one", page(`<div class=caption><p>${"x y z ".repeat(60)}</p></div>`)],
  ])("%s", (_, html) => {
    expect(removed(html, { captions: true })).toEqual(removed(html));
    expect(removed(html).map(([rule]) => rule)).not.toContain("extract/caption");
  });
});

it("is no caption that a rule of the user's drops", () => {
  const html = page(`<figure><img src=a.jpg><figcaption>${CAPTION}</figcaption></figure>`);
  const options = { url: "https://tram.example/", sites: { "tram.example": { drop: "figure" } }, captions: true };
  const cleaned = cleanHtml(html, options);
  expect(cleaned.text).not.toContain(CAPTION);
  expect(cleaned.ledger.find(({ text }) => text === CAPTION)?.rule).toBe("extract/site-rule");
});

it("finds none on a page of which nothing is kept", () => {
  const { measured } = readPage(page(`<figure><figcaption>${CAPTION}</figcaption></figure>`));
  expect(articleCaptions(measured, () => false).size).toBe(0);
  expect(articleCaptions(measured, () => true).size).toBe(1);
});
