import fc from "fast-check";
import { expect, it } from "vitest";
import { PairIndex } from "../../src/text/pair-index.ts";

// Few values, so that they meet again, and those at the ends of the range.
const integer = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 2 ** 32 - 1));

it("numbers pairs as a map of them does, whatever room it began with", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(integer, integer), { maxLength: 80 }), fc.nat(100), (pairs, expected) => {
      const index = new PairIndex(expected);
      const oracle = new Map<string, number>();
      for (const [first, second] of pairs) {
        const key = `${first | 0},${second | 0}`;
        expect(index.has(first, second)).toBe(oracle.has(key));
        if (!oracle.has(key)) oracle.set(key, oracle.size);
        expect(index.add(first, second)).toBe(oracle.get(key));
      }
      expect(index.count).toBe(oracle.size);
    }),
  );
});
