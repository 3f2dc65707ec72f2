import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../src/index.ts";

// What users lose in other extractors, beside what learned.test.ts has.
const PROSE = [
  "The last tram of the evening left the depot with its lights off, which nobody on the platform had expected.",
  "It stood for a while at the bend, and the driver, a man of few words, got out to look at the points.",
  "When he came back he said that the snow had done it, and that they would all have to walk down to the quay.",
];
const paragraphs = PROSE.map((text) => `<p>${text}</p>`).join("\n");
const MENU = `<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>`;

it.each([
  ["a fragment", "Salt &amp; bread <b>&eacute;t&eacute;</b> &#8212; 5&nbsp;&lt;&nbsp;6", "Salt & bread été — 5 < 6"],
  ["a cut tag", `<p>${PROSE[0]}</p><p class="x`, PROSE[0]],
  [
    "a fragment that begins inside a tag's text",
    `${PROSE[0]}</span></div><p>${PROSE[1]}`,
    `${PROSE[0]}\n\n${PROSE[1]}`,
  ],
])("no tags or entities survive in %s", (_, html, text) => {
  expect(cleanHtml(html).text).toBe(text);
});

it("a <meta charset> is not ignored", () => {
  const html = Buffer.from(`<meta charset=windows-1252><p>Caf\xe9 \x93Zum Anker\x94, ge\xf6ffnet ab acht.`, "latin1");
  expect(cleanHtml(html).text).toBe("Café “Zum Anker”, geöffnet ab acht.");
});

it("results are the same on every run", () => {
  const html = `<title>The last tram</title><body>${MENU}<article><h1>The last tram</h1>${paragraphs}</article>`;
  const first = cleanHtml(html);
  for (let run = 2; run <= 8; run++) {
    cleanHtml(`<p>Another page, number ${run}.</p>${MENU}`);
    expect(cleanHtml(html), `run ${run}`).toEqual(first);
  }
});

it("teasers of an index page are flagged, and no article is", () => {
  const teasers = PROSE.concat(PROSE, PROSE).map(
    (text, i) =>
      `<div class="card"><h3><a href="/story-${i}">Story ${i} of the quay</a></h3><p>${text.slice(0, 60)} …</p></div>`,
  );
  const index = cleanHtml(`<title>News</title><body>${MENU}<h1>News</h1><main>${teasers.join("")}</main>`, {
    url: "https://news.example/category/tram",
  });
  expect(index.pageType).toMatch(/^(?:listing|collection)$/);
  expect(index.flags).toContain("index-page");
  const story = cleanHtml(
    `<title>The last tram</title><body>${MENU}<article><h1>The last tram</h1>${paragraphs}</article>`,
  );
  expect(story.flags).not.toContain("index-page");
  const shell = cleanHtml(`<body><nav>${'<a href="/x">Home</a> '.repeat(12)}</nav><div>Loading …</div>`);
  expect(shell.flags).toEqual(["no-content"]);
});

it("memory does not grow from page to page", () => {
  const script = `import { cleanHtml } from ${JSON.stringify(new URL("../../src/index.ts", import.meta.url).href)};
    const page = (i) => "<title>Page " + i + "</title>" + ("<p class=c" + i + ">" + i + " ${PROSE[0]}").repeat(500);
    const used = (from, to) => {
      for (let i = from; i < to; i++) cleanHtml(page(i), { url: "https://quay.example/" + i });
      gc();
      return process.memoryUsage().heapUsed;
    };
    const before = used(0, 60);
    console.log(used(60, 260) - before);`;
  const { stdout } = spawnSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  // 200 pages of 60 kB: a tenth of that is what a run's own noise stays below.
  expect(Number(stdout)).toBeLessThan(1_200_000);
});

describe("the title is not in the body as well", () => {
  const titled = (title: string, body: string, options = {}) =>
    cleanHtml(`<title>${title}</title><body>${MENU}${body}`, options);
  const text = PROSE.join("\n\n");
  it.each([
    ["inside the article", "The last tram", `<article><h1>The last tram</h1>${paragraphs}</article>`],
    ["above the article", "The last tram", `<h1>The last tram</h1><article>${paragraphs}</article>`],
    [
      "with the site's name in the page's title",
      "The last tram | The Quay",
      `<meta property=og:site_name content="The Quay"><article><h1>The last tram</h1>${paragraphs}</article>`,
    ],
    [
      "above and inside",
      "The last tram",
      `<h1>The last tram</h1><article><h1>The last tram</h1>${paragraphs}</article>`,
    ],
    ["as a first paragraph", "The last tram", `<article><p>The last tram</p>${paragraphs}</article>`],
    ["in capitals", "The last tram", `<article><h2>THE LAST TRAM</h2>${paragraphs}</article>`],
  ])("%s", (_, title, body) => {
    expect(titled(title, body)).toMatchObject({ title: "The last tram", text });
  });
  it("unless that is asked for, or it only begins like it", () => {
    const article = `<article><h1>The last tram</h1>${paragraphs}</article>`;
    expect(titled("The last tram", article, { keepTitle: true }).text).toBe(`The last tram\n\n${text}`);
    expect(titled("The last tram", `<article><h2>The last tram but one</h2>${paragraphs}</article>`).text).toContain(
      "but one",
    );
  });
});
