import fc from "fast-check";
import { expect, test } from "vitest";
import { writeShingles } from "../../src/text/shingles.ts";

const hashes = (words: number[]) => {
  const into = new Uint32Array(words.length + 1);
  return into.slice(0, writeShingles(Uint32Array.from(words), 0, words.length, into));
};
const strings = (words: number[]) => new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(" ")));
const words = fc.array(fc.nat({ max: 4 }), { minLength: 3, maxLength: 40 });

test("are ascending, distinct, and as many as there are different runs of three words", () => {
  fc.assert(
    fc.property(words, (list) => {
      const found = hashes(list);
      expect(found.length).toBe(strings(list).size);
      expect([...found]).toEqual([...new Set(found)].sort((a, b) => a - b));
    }),
  );
});

test("are shared exactly where runs of three words are", () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const mine = new Set(hashes(one));
      const shared = hashes(other).filter((hash) => mine.has(hash)).length;
      expect(shared).toBe([...strings(other)].filter((text) => strings(one).has(text)).length);
    }),
  );
});

test("keep the order of the words and the length of short texts apart", () => {
  expect(hashes([1, 2, 3])).not.toEqual(hashes([3, 2, 1]));
  expect(hashes([])).toHaveLength(0);
  expect(hashes([7])).toHaveLength(1);
  expect(hashes([7, 0])).not.toEqual(hashes([7]));
});

test("read only their own stretch", () => {
  const into = new Uint32Array(8);
  const count = writeShingles(Uint32Array.of(9, 1, 2, 3, 9), 1, 4, into);
  expect(into.slice(0, count)).toEqual(hashes([1, 2, 3]));
});
