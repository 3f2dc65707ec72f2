import fc from "fast-check";
import { expect, it } from "vitest";
import { capitalisedWords, WordFinder } from "../../src/text/find-words.ts";

/** Words by their definition: runs of letters, marks and surrogates, cut out as strings. */
function words(text: string): { at: number; word: string }[] {
  const found: { at: number; word: string }[] = [];
  let open = "";
  for (let i = 0; i <= text.length; i++) {
    const unit = text.charAt(i);
    if (/[\p{L}\p{M}\ud800-\udfff]/u.test(unit)) open += unit;
    else {
      if (open !== "") found.push({ at: i - open.length, word: open });
      open = "";
    }
  }
  return found;
}

const vocabulary = [
  "Wheel",
  "wheel",
  "wheels",
  "É",
  "École",
  "école",
  "Οδός",
  "οδός",
  "Ѳита",
  "a",
  "An",
  "川",
  "ǅep",
  "𐐀𐐨",
];
const text = fc
  .array(
    fc.oneof(fc.constantFrom(...vocabulary, " ", ", ", "’", "—", "\u0301", "9", "\ud800"), fc.string({ maxLength: 3 })),
  )
  .map((parts) => parts.join(""));

it("finds the words that begin with a capital", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 6 }), (sample, shortest) => {
      const spans = words(sample)
        .filter(
          ({ word }) => word.length >= shortest && /\p{L}|\p{M}/u.test(word[0]!) && word[0]!.toLowerCase() !== word[0],
        )
        .flatMap(({ at, word }) => [at, at + word.length]);
      expect(capitalisedWords(sample, shortest)).toEqual(spans);
    }),
    { numRuns: 2000 },
  );
});

it("finds the places of words, and of no part of a word", () => {
  const sought = fc.subarray(vocabulary.filter((word) => word.length > 1));
  fc.assert(
    fc.property(text, sought, (sample, list) => {
      const places = words(sample).filter(({ word }) => list.includes(word));
      expect(new WordFinder(list).placesIn(sample)).toEqual(places);
    }),
    { numRuns: 2000 },
  );
});

it("reads a text beyond the length of its scratch array", () => {
  const long = `${"wheel ".repeat(6000)}Wheel`;
  expect(capitalisedWords(long, 4)).toEqual([36_000, 36_005]);
  expect(new WordFinder(["Wheel"]).placesIn(long)).toEqual([{ at: 36_000, word: "Wheel" }]);
  expect(capitalisedWords(`😀 ${long}`, 4)).toEqual([36_003, 36_008]);
});
