import fc from "fast-check";
import { expect, it } from "vitest";
import { FoldedLine, foldWords, openingHash } from "../../src/text/fold.ts";

it.each([
  ["» RELATED  Posts «", ["related", "posts"]],
  ["Editors’ Picks", ["editors", "picks"]],
  ["Don’t miss", ["don't", "miss"]],
  ["© 2024 River-Gazette", ["©", "0", "river", "gazette"]],
  ["ⓒ강물신문", ["©", "강물신문"]],
  ["12th of May, 3.50", ["0th", "of", "may", "0"]],
  ["📍 Breaking: News!", ["breaking", "news"]],
  ["ﬁnal ＡＤ", ["final", "ad"]],
  ["関連記事 Top", ["関", "連", "記", "事", "top"]],
  ["ヿ", ["コ", "ト"]],
  ["Größe ÉTÉ", ["grösse", "été"]],
  ["… —", []],
])("%s", (text, words) => {
  expect(foldWords(text)).toEqual(words);
});

it("reads the same words one by one as all at once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const line = new FoldedLine(text);
      const words: string[] = [];
      for (let word = line.word(0); word !== undefined; word = line.word(words.length)) words.push(word);
      expect(words).toEqual(foldWords(text));
    }),
    { numRuns: 1000, examples: [["ゟ"], ["x ำ"]] },
  );
});

it("gives texts of the same first word the same opening hash, or leaves it to the words", () => {
  const part = fc.constantFrom(..."aA'’ -9é川“\n", "the", "The", "THE", "don't", "© ", "📍 ", "e\u0301");
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join("")),
      (text) => {
        const hash = openingHash(text);
        if (hash < 0) return;
        const first = foldWords(text)[0]!;
        expect(first).toMatch(/^[a-z]+$/);
        expect(openingHash(first)).toBe(hash);
      },
    ),
    { numRuns: 3000 },
  );
  expect(openingHash("— The wheel")).toBe(-1);
  expect(openingHash("> THE wheel")).toBe(openingHash("the"));
  expect(openingHash("...")).toBe(-1);
});
