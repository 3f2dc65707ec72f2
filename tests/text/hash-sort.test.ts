import fc from "fast-check";
import { expect, test } from "vitest";
import { sortHashes } from "../../src/text/hash-sort.ts";

function sorted(values: readonly number[]): number[] {
  const into = new Uint32Array(values.length);
  sortHashes(Uint32Array.from(values), values.length, into);
  return [...into];
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

test("hashes come out in ascending order", () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat({ max: 9 }), fc.constant(2 ** 32 - 1));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 300 }), (values) => {
      expect(sorted(values)).toEqual(ascending(values));
    }),
  );
});

test("values that are no hashes are sorted too", () => {
  const falling = Array.from({ length: 100000 }, (_, i) => 100000 - i);
  expect(sorted(falling)).toEqual(ascending(falling));
});
