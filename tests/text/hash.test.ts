import fc from "fast-check";
import { expect, test } from "vitest";
import { hashSequence, hashText, hashWords128 } from "../../src/text/hash.ts";

const sequence = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 });
const hash128 = (words: readonly number[]) => {
  const into = new Uint32Array(4);
  const lane = Uint32Array.from(words);
  hashWords128(lane, lane, 0, lane.length, into);
  return into;
};

test("sequences have one hash exactly when they are equal, and 0 stands for the empty one", () => {
  fc.assert(
    fc.property(sequence, sequence, (one, other) => {
      const hashes = [one, other].map((list) => hashSequence(Uint32Array.from(list), 0, list.length));
      expect(hashes[0] === hashes[1]).toBe(one.join() === other.join());
      expect(hashes[0] === 0).toBe(one.length === 0);
    }),
  );
});

test("the parts of a 128-bit hash are each as good as chance, and collide one at a time", () => {
  const all: number[][] = [[]];
  for (const list of all) if (list.length < 6) for (let word = 0; word < 4; word++) all.push([...list, word]);
  const hashes = all.map(hash128);
  // Chance makes .0035 collisions a part among 5,461 sequences.
  for (const part of [0, 1, 2, 3]) {
    expect(new Set(hashes.map((hash) => hash[part])).size).toBeGreaterThan(all.length - 3);
    expect(new Set(hashes.map((hash) => `${hash[part]} ${hash[(part + 1) % 4]}`)).size).toBe(all.length);
  }
});

test("one lane alone tells words apart that share the other", () => {
  const other = new Uint32Array(4);
  hashWords128(Uint32Array.of(1, 2), Uint32Array.of(1, 3), 0, 2, other);
  expect(other).not.toEqual(hash128([1, 2]));
});

test("tells texts apart by one number that is exact", () => {
  const seen = new Map<number, string>();
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const hash = hashText(text);
      expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true);
      expect(seen.get(hash) ?? text).toBe(text);
      seen.set(hash, text);
      expect(hashText(`${text}tail`, text.length)).toBe(hash);
    }),
    { numRuns: 2000 },
  );
});
