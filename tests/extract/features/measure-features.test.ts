import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEATURES, measureFeatures } from "../../../src/extract/features/measure-features.ts";
import { contextNames } from "../../../src/extract/features/score-context.ts";
import { pageAbout } from "../../../src/extract/page-about.ts";
import { measurePage } from "../../../src/extract/page-measures.ts";
import { PAGE_SIGNS } from "../../../src/extract/page-signs.ts";
import { parseHtml } from "../../../src/html/parse-html.ts";
import { tagSoup } from "../tag-soup.ts";

function featuresOf(html: string, url?: string): { texts: readonly string[]; of: (name: string) => number[] } {
  const tree = parseHtml(html);
  const measured = measurePage(tree);
  const columns = measureFeatures({ ...measured, about: pageAbout(tree, url) });
  return { texts: measured.blocks.text, of: (name) => [...columns[FEATURES.indexOf(name)]!] };
}

describe("the features of a page", () => {
  it("have names of their own", () => {
    expect(new Set(FEATURES).size).toBe(FEATURES.length);
  });

  it("are numbers, one for each block of any page, the same every time", () => {
    fc.assert(
      fc.property(tagSoup, (html) => {
        const tree = parseHtml(html);
        const measured = measurePage(tree);
        const input = { ...measured, about: pageAbout(tree, undefined) };
        const columns = measureFeatures(input);
        expect(columns).toHaveLength(FEATURES.length);
        for (const [i, column] of columns.entries()) {
          expect(column).toHaveLength(measured.blocks.count);
          expect([...column].every(Number.isFinite), FEATURES[i]).toBe(true);
        }
        expect(measureFeatures(input)).toEqual(columns);
      }),
      { numRuns: 200 },
    );
  });

  it("are all that the model asks for", () => {
    const model = JSON.parse(readFileSync(new URL("../../../models/extract/model.json", import.meta.url), "utf8"));
    const known = new Set([...FEATURES, ...contextNames("lexical"), ...contextNames("first")]);
    for (const name of [...model.first.inputs, ...model.second.inputs]) expect(known).toContain(name);
    for (const trees of [...Object.values<{ inputs: string[] }>(model.types), model.quality])
      for (const name of trees.inputs) expect(PAGE_SIGNS).toContain(name);
  });

  it("count words, stops and links", () => {
    const { of } = featuresOf("<p>One two. Three, four <a href=/>five six</a>!</p><p>Seven</p>");
    expect(of("words")).toEqual([6, 1]);
    expect(of("stops")).toEqual([2, 0]);
    expect(of("up1:blocks")).toEqual([2, 2]);
  });

  it("tell how far above a block an element is", () => {
    const { of } = featuresOf("<nav><div><p>Home</p></div></nav><p>Text</p>");
    expect(of("above:nav")).toEqual([2, 99]);
    expect(of("named:nav")).toEqual([99, 99]);
  });

  it("read class names by their words", () => {
    const { of } = featuresOf('<div class="siteSidebar-3"><p>Aside</p></div><div id=main-content><p>Text</p></div>');
    expect(of("named:sidebar")).toEqual([1, 99]);
    expect(of("named:content")).toEqual([99, 1]);
  });

  it("see what a page says twice", () => {
    const said = "the very same words stand here";
    const { of } = featuresOf(`<p>${said}</p><p>and ${said} once more</p><p>${said}</p>`);
    expect(of("sameBefore")).toEqual([0, 0, 1]);
    expect(of("sameAfter")).toEqual([1, 0, 0]);
    expect(of("seenBefore")[2]).toBe(1);
    expect(of("seenBefore")[0]).toBe(0);
  });

  it("compare blocks with the title and the address", () => {
    const { of } = featuresOf(
      "<title>Night bread</title><h1>Night bread</h1><p>Flour.</p>",
      "https://x.example/blog/a-b-c",
    );
    expect(of("titleIn")).toEqual([1, 0]);
    expect(of("address:article")).toEqual([1, 1]);
    expect(of("addressHyphens")).toEqual([2, 2]);
  });
});
