import fc from "fast-check";
import { expect, test } from "vitest";
import { editPrefix, LONGEST_PARTNER, longEnough, SHORT_WORDS } from "../../src/dedupe/edit-prefix.ts";

const trigrams = (words: readonly number[]) => new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(" ")));

function missing(words: readonly number[], partner: readonly number[]): number {
  const theirs = trigrams(partner);
  return [...trigrams(words)].filter((text) => !theirs.has(text)).length;
}

/** A text of different words, and a partner with words taken out and others put in at given places. */
function partnerOf(
  length: number,
  out: readonly number[],
  put: readonly number[],
): { words: number[]; partner: number[] } {
  const words = Array.from({ length }, (_, i) => i);
  const partner: number[] = [];
  for (const word of words) {
    if (put.includes(word)) partner.push(1000 + word);
    if (!out.includes(word)) partner.push(word);
  }
  return { words, partner };
}

test("no near-identical partner lacks more shingles than the prefix allows for", () => {
  const places = fc.uniqueArray(fc.nat({ max: LONGEST_PARTNER }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.integer({ min: 8, max: LONGEST_PARTNER }), places, places, (length, out, put) => {
      const { words, partner } = partnerOf(length, out, put);
      const common = words.filter((word) => partner.includes(word)).length;
      fc.pre(longEnough(common, Math.max(length, partner.length)) && Math.min(length, partner.length) < SHORT_WORDS);
      expect(missing(words, partner)).toBeLessThan(editPrefix(length));
      expect(missing(partner, words)).toBeLessThan(editPrefix(partner.length));
    }),
    { numRuns: 5000 },
  );
});

test("the bound is reached when words are taken out and put in at different places", () => {
  const { words, partner } = partnerOf(29, [5, 15], [10, 20]);
  expect(missing(words, partner)).toBe(2 * 3 + 2 * 2);
  const longer = partnerOf(29, [5, 15], [10, 20, 25]);
  expect(missing(longer.words, longer.partner)).toBe(editPrefix(29) - 1);
});

test("a text always keeps a place for a shared shingle", () => {
  for (let words = 8; words <= LONGEST_PARTNER; words++) expect(editPrefix(words) - 1).toBeLessThan(words - 2);
  expect(editPrefix(LONGEST_PARTNER + 1)).toBe(0);
});
