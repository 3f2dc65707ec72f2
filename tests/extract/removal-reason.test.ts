import { expect, it } from "vitest";
import { measurePage } from "../../src/extract/page-measures.ts";
import { removalReasons } from "../../src/extract/removal-reason.ts";
import { parseHtml } from "../../src/html/parse-html.ts";

const reasons = (html: string): string[] => {
  const page = measurePage(parseHtml(html));
  const reasonOf = removalReasons(page);
  return Array.from({ length: page.blocks.count }, (_, block) => reasonOf(block).id);
};
const LONG = `<p>${"A page has a long text, and beside it some furniture. ".repeat(5)}</p>`;

it("goes by the nearest element that says what it is", () => {
  expect(reasons(`${LONG}<footer><nav><p>Imprint</p></nav><p>©</p></footer>`).slice(1)).toEqual([
    "extract/navigation",
    "extract/footer",
  ]);
  expect(reasons(`${LONG}<aside><div class="shareButtons"><p>Mail</p></div></aside>`)[1]).toBe("extract/share");
});

it("goes by names before tags", () => {
  expect(reasons(`${LONG}<aside class="related"><p>Next</p></aside>`)[1]).toBe("extract/related");
  expect(reasons(`${LONG}<form id="comment-form"><p>Name</p></form>`)[1]).toBe("extract/comments");
});

it("passes over what is named for all of the page", () => {
  expect(reasons(`<body class="has-sidebar footer-dark">${LONG}<p>Imprint</p></body>`)).toEqual([
    "extract/boilerplate",
    "extract/boilerplate",
  ]);
});
