import fc from "fast-check";
import { expect, it } from "vitest";
import { FoldedLine, foldWords } from "../../src/text/fold.ts";

it.each([
  ["» RELATED  Posts «", ["related", "posts"]],
  ["Editors’ Picks", ["editors", "picks"]],
  ["Don’t miss", ["don't", "miss"]],
  ["© 2024 River-Gazette", ["©", "0", "river", "gazette"]],
  ["12th of May, 3.50", ["0th", "of", "may", "0", "0"]],
  ["📍 Breaking: News!", ["breaking", "news"]],
  ["ﬁnal ＡＤ", ["final", "ad"]],
  ["関連記事 Top", ["関", "連", "記", "事", "top"]],
  ["Größe ÉTÉ", ["größe", "été"]],
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
    { numRuns: 1000 },
  );
});
