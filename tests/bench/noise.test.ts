import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { Dice } from "../../bench/corpus.ts";
import { countLines, noCounts, ratesOf, textOf } from "../../bench/noise/noise-counts.ts";
import { readNoiseSets, setDocuments } from "../../bench/noise/noise-set.ts";
import { drawEdges, noisyDocument, ReferenceDraw } from "../../bench/noise/noisy-documents.ts";
import { phraseFilters } from "../../bench/noise/phrase-filters.ts";
import { c4Lines, finewebQuality, gopherQuality } from "../../bench/noise/published-filters.ts";
import { surroundingsOf } from "../../bench/noise/surroundings.ts";
import { flattenedPage, visibleLines } from "../../bench/noise/visible-lines.ts";
import { allRules } from "../../src/pipeline.ts";

const PARAGRAPHS = Array.from({ length: 5 }, (_, i) =>
  `Paragraph ${i} of the harbour report tells what the divers found below pile ${i}. `.repeat(3).trim(),
);
const HTML = `<head><title>T</title></head><nav><li>Home &amp; news</li><li>Sports</li></nav><h1>A headline</h1>
<p>${PARAGRAPHS.slice(0, 2).join("</p><p>")}</p><aside>Subscribe now</aside><p>${PARAGRAPHS.slice(2).join("</p><p>")}</p>
<button>Press</button><footer>Contact us<br>Imprint</footer>`;
const PAGE = { html: HTML, gold: PARAGRAPHS.join("\n\n") };

it("reads the lines that a page shows", () => {
  expect(visibleLines(HTML)).toEqual([
    "Home & news",
    "Sports",
    "A headline",
    ...PARAGRAPHS.slice(0, 2),
    "Subscribe now",
    ...PARAGRAPHS.slice(2),
    "Contact us",
    "Imprint",
  ]);
  expect(flattenedPage("<title>T</title><p>a &copy; &lt;b&gt;<p>c<script>d</script>")).toBe("T\na &copy; <b>\nc");
});

it("builds each variant of an article among its page's furniture", () => {
  const surroundings = surroundingsOf(PAGE)!;
  expect(surroundings.inside).toEqual([{ text: "Subscribe now", above: 2 }]);
  const edges = { head: ["A headline"], tail: ["Contact us", "Imprint"] };
  const build = (variant: "around" | "between" | "moved" | "lone"): string[] =>
    noisyDocument(variant, surroundings, edges, new Dice(5))!.map(({ text, furniture }) => (furniture ? text : "."));
  expect(build("around")).toEqual(["A headline", ".", ".", ".", ".", ".", "Contact us", "Imprint"]);
  expect(build("between")).toEqual([".", ".", "Subscribe now", ".", ".", "."]);
  const moved = build("moved");
  expect(moved.filter((text) => text !== ".").sort()).toEqual(["A headline", "Contact us", "Imprint"]);
  expect([moved[0], moved.at(-1)]).toEqual([".", "."]);
  expect(build("lone").filter((text) => text !== ".").length).toBe(1);
});

it("draws at most three lines before an article and twelve after it", () => {
  const surroundings = surroundingsOf(PAGE)!;
  const draw = new ReferenceDraw();
  for (let i = 0; i < 50; i++) {
    const { head, tail } = drawEdges(surroundings, draw);
    expect(head.length).toBeLessThanOrEqual(3);
    expect(tail.length).toBeGreaterThan(0);
    expect(tail.length).toBeLessThanOrEqual(2);
  }
});

it("finds no article that is too short, or not on its page", () => {
  expect(surroundingsOf({ html: HTML, gold: PARAGRAPHS.slice(0, 2).join("\n") })).toBeUndefined();
  expect(surroundingsOf({ html: "<p>Nothing of it.", gold: PAGE.gold })).toBeUndefined();
});

it("counts lines that went by their letters", () => {
  const document = [
    { text: "Good line", furniture: false },
    { text: "Share!", furniture: true },
    { text: "Other line", furniture: false },
    { text: "* * *", furniture: false },
  ];
  const counts = noCounts();
  countLines(document, "good LINE", counts);
  expect(counts).toEqual({
    documents: 1,
    furniture: 1,
    gone: 1,
    good: 2,
    hurt: 1,
    letters: 17,
    lettersLost: 9,
    harmed: 1,
  });
  expect(ratesOf(counts)).toEqual({ recall: 1, precision: 0.5, lost: 9 / 17 });
  expect(textOf(document)).toBe("Good line\n\nShare!\n\nOther line\n\n* * *");
});

it("filters as the published rules say", () => {
  const prose = "The divers went down to look at the piles of the quay, and that was all they had to do with it.";
  expect(c4Lines(`${prose}\nShare this\nGo on.\nWe use cookies on this site.\nAnd so on…`)).toBe(prose);
  const long = `${prose} `.repeat(4);
  expect(gopherQuality(long)).toBe(long);
  for (const bad of [prose, long.replace(/the|to|that|with|of|and/gi, "x"), "# ".repeat(200) + long])
    expect(gopherQuality(bad)).toBe("");
  expect(finewebQuality(long)).toBe(long);
  for (const bad of ["Menu\nHome\nNews", `${long}\n${long}`, "Menu\n".repeat(9) + prose])
    expect(finewebQuality(bad)).toBe("");
});

const phrases = fileURLToPath(new URL("../../../shared/phrases/phrases.json", import.meta.url));
if (!existsSync(phrases)) console.info(`skipped: the list of phrases is not at ${phrases}`);

it.skipIf(!existsSync(phrases))("filters by a plain list of phrases", () => {
  const filters = phraseFilters(phrases)!;
  expect(filters.wholeLines("Related Articles\nThe related articles of the treaty")).toBe(
    "The related articles of the treaty",
  );
  expect(filters.substrings("Related Articles\nThe related articles of the treaty\nThe quay")).toBe("The quay");
});

it("has a noise set of its own in more than thirty languages", () => {
  const sets = readNoiseSets();
  expect(sets.length).toBeGreaterThan(30);
  expect(sets.flatMap(({ furniture }) => furniture).length).toBeGreaterThanOrEqual(400);
  expect(sets.flatMap(({ good }) => good).length).toBeGreaterThanOrEqual(400);
  for (const set of sets) {
    const texts = [...set.furniture, ...set.good].map(({ text }) => text);
    expect(new Set(texts).size, set.language).toBe(texts.length);
    for (const { line, document } of setDocuments(set)) {
      const at = document.findIndex(({ text }) => text === line.text);
      expect(at).toBe({ head: 0, between: 2, tail: 3 }[line.zone]);
      expect(document[at]!.furniture).toBe(set.furniture.includes(line));
    }
  }
});

it("keeps its noise set out of the examples of rules", () => {
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const examples = allRules.flatMap(({ changes, leavesAlone }) => [
    ...changes.map(({ input }) => input),
    ...leavesAlone,
  ]);
  const lines = new Set(examples.flatMap((example) => example.split("\n")).map(fold));
  const shared = readNoiseSets()
    .flatMap(({ furniture, good }) => [...furniture, ...good])
    .filter(({ text }) => lines.has(fold(text)));
  expect(shared).toEqual([]);
});
