import { eld } from "eld/extrasmall";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessLanguage } from "../../src/text/guess-language.ts";
import { PASSAGES } from "../passages.ts";

/** What eld itself says, from its own objects. */
function byEld(text: string): { lang: string; lead: number } | undefined {
  const result = eld.detect(text);
  if (result.language === "") return undefined;
  const [first = 0, second = 0] = Object.values(result.getScores()).sort((a, b) => b - a);
  return { lang: result.language, lead: first - second };
}

describe("guessLanguage says what eld says", () => {
  it("of pieces of passages", () => {
    for (const { text } of PASSAGES)
      for (const length of [5, 12, 40, 160, 600])
        for (let at = 0; at < text.length; at += length) {
          const piece = text.slice(at, at + length);
          expect(guessLanguage(piece)).toEqual(byEld(piece));
        }
  });

  it("of any texts", () => {
    const words = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(words), (list) => {
        const text = list.join(" ").slice(0, 600);
        expect(guessLanguage(text)).toEqual(byEld(text));
      }),
    );
  });

  it.each([
    ["a word that is longer than what is read of one", `harbour${"x".repeat(90)} of the town`],
    ["such a word twice", `${"y".repeat(90)} ${"y".repeat(90)} and ${"z".repeat(71)}`],
    ["words of one to five letters", "a of the town water"],
    ["a text that is cut in a word of three bytes a letter", "港".repeat(200)],
    ["a text that is cut at a word", "the harbour ".repeat(40)],
    ["quotation marks inside and around words", "l’eau 'tis ‘quoted’ rock 'n' roll"],
    ["half a pair of surrogates", "\udc00the harbour\ud83d"],
    ["names of the properties of objects", "constructor __proto__ toString valueOf"],
    ["no words", " 12 – 34 … "],
  ])("of %s", (_, text) => {
    expect(guessLanguage(text)).toEqual(byEld(text));
  });
});
