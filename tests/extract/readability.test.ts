import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInert } from "../../src/extract/inert-dom.ts";
import { type Page, readPage } from "../../src/extract/page.ts";
import { readability } from "../../src/extract/readability.ts";
import { textOf } from "../../src/html/text.ts";
import { hasInk } from "../../src/text/whitespace.ts";
import { tagSoup } from "./tag-soup.ts";

const SENTENCES: readonly string[] = [
  "The bakery on the corner opened again in March, with the old oven and a new owner.",
  "She had learned the trade in Lyon, came home for a funeral, and stayed.",
  "On the first morning the queue reached the tram stop, and by nine there was no bread left.",
  "Her neighbours bring flour, eggs, and gossip, and they take home the crusts for their hens.",
  "In winter she means to bake at night, so that the street smells of rye when the lamps go out.",
  "Nobody asks any longer whether the place will last, because everybody is in it.",
  "The council, slow as ever, has promised a bench and two trees for the pavement.",
];
const paragraphs = (sentences: readonly string[]): string => sentences.map((sentence) => `<p>${sentence}</p>`).join("");

const chosenBy = (page: Page): ReadonlySet<number> | undefined => readability.choose(page, {})?.kept;
const texts = (page: Page): [number, string][] =>
  page.measured.outline.texts.map((node) => [node, textOf(page.tree, node)]);
const kept = (page: Page): string[] | undefined => {
  const chosen = chosenBy(page);
  return chosen && texts(page).flatMap(([node, text]) => (chosen.has(node) ? [text.trim()] : []));
};

describe("readability", () => {
  it("chooses the article's text nodes and no others", () => {
    const html = `<body><nav><a href="/">Home</a></nav><article>${paragraphs(SENTENCES)}</article><footer>Imprint</footer></body>`;
    expect(kept(readPage(html))).toEqual(SENTENCES);
  });

  it("tells equal texts apart", () => {
    const html = `<body><footer>Sold out.</footer><article>${paragraphs([...SENTENCES, "Sold out."])}</article></body>`;
    const page = readPage(html);
    const [first, last] = texts(page).flatMap(([node, text]) => (text === "Sold out." ? [node] : []));
    const chosen = chosenBy(page);
    expect(chosen?.has(first as number)).toBe(false);
    expect(chosen?.has(last as number)).toBe(true);
  });

  it("keeps identities when Readability finds too little and begins again from its copy of the body", () => {
    const few = SENTENCES.slice(0, 3);
    const html = `<body><div class="sidebar comment">${paragraphs(few)}</div><p>Short.</p></body>`;
    expect(kept(readPage(html))).toEqual(expect.arrayContaining(few));
  });

  it("keeps the text of links to scripts", () => {
    const linked = SENTENCES.map((sentence, i) =>
      i === 2 ? `${sentence} <a href="javascript:go()">Fresh rolls,</a> too.` : sentence,
    );
    expect(kept(readPage(`<article>${paragraphs(linked)}</article>`))).toContain("Fresh rolls,");
  });

  it("gives the same choice every time", () => {
    const page = readPage(`<body><div class=menu>Home</div><div>${paragraphs(SENTENCES)}</div></body>`);
    const choices = [1, 2, 3, 4, 5].map(() => [...(chosenBy(page) ?? [])]);
    for (const choice of choices) expect(choice).toEqual(choices[0]);
  });

  it.each([
    ["nothing", ""],
    ["only white space", "<p> \n "],
    ["a button", "<button>Open the menu</button>"],
    ["frames", "<frameset><frame></frameset>"],
    ["hidden text", "<p style='display:none'>not here"],
    ["10,000 nested elements", `${"<div>".repeat(10_000)}${paragraphs(SENTENCES)}`],
    ["1,000 nested elements", `${"<div>".repeat(1_000)}${paragraphs(SENTENCES)}`],
  ])("finds no article in %s", (_, html) => {
    expect(chosenBy(readPage(html))).toBeUndefined();
  });

  it("answers for every page, with nodes of the page that have ink", () => {
    fc.assert(
      fc.property(tagSoup, (html) => {
        const page = readPage(html);
        const known = new Map(texts(page));
        for (const node of chosenBy(page) ?? []) expect(hasInk(known.get(node) ?? "")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the document that Readability gets", () => {
  it("runs no script and asks no server for anything", async () => {
    let requests = 0;
    const server = createServer((_, response) => response.end(String(++requests)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const html =
      `<head><base href="${origin}"><link rel=stylesheet href="/a.css"><style>@import url("${origin}/b.css")</style>` +
      `<script src="/c.js"></script><script>globalThis.dehuskRan = true; window.dehuskRan = true</script></head>` +
      `<body onload="globalThis.dehuskRan = true"><img src="/d.png" onerror="globalThis.dehuskRan = true">` +
      `<iframe src="/e.html"></iframe><object data="/f"></object><article>${paragraphs(SENTENCES)}</article>` +
      `<img src="http://127.0.0.1:1/g.png"></body>`;
    expect(kept(readPage(html))).toEqual(SENTENCES);
    expect(parseInert(html).defaultView).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(requests).toBe(0);
    expect(globalThis).not.toHaveProperty("dehuskRan");
    await new Promise((resolve) => server.close(resolve));
  });
});
