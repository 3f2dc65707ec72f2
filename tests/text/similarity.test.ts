import fc from "fast-check";
import { expect, test } from "vitest";
import { firstCommon, intersectionSize, LCS_LIMIT, lcsLength, type Run } from "../../src/text/similarity.ts";

const run = (values: readonly number[]): Run => ({
  values: Uint32Array.from([7, ...values, 7]),
  from: 1,
  to: values.length + 1,
});
const ascending = fc
  .uniqueArray(fc.oneof(fc.nat({ max: 30 }), fc.integer({ min: 2 ** 32 - 20, max: 2 ** 32 - 1 })), { maxLength: 40 })
  .map((values) => values.sort((a, b) => a - b));

test("an intersection is counted, or given up when the needed size is out of reach", () => {
  fc.assert(
    fc.property(ascending, ascending, fc.nat({ max: 40 }), (one, other, needed) => {
      const size = one.filter((value) => other.includes(value)).length;
      expect(intersectionSize(run(one), run(other), needed)).toBe(size < needed ? -1 : size);
    }),
  );
});

test("the first common value is the smallest one", () => {
  fc.assert(
    fc.property(ascending, ascending, (one, other) => {
      expect(firstCommon(run(one), run(other))).toBe(one.find((value) => other.includes(value)) ?? -1);
    }),
  );
});

function tableLcs(a: readonly number[], b: readonly number[]): number {
  const rows = a.map(() => new Array<number>(b.length).fill(0));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries())
      rows[i]![j] = x === y ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
  return at(a.length - 1, b.length - 1);
}

test("the longest common subsequence is the table's, up to the last bit", () => {
  const list = (maxLength: number) => fc.array(fc.nat({ max: 5 }), { maxLength, size: "max" });
  fc.assert(
    fc.property(list(LCS_LIMIT), list(50), (one, other) => {
      expect(lcsLength(run(one), run(other))).toBe(tableLcs(one, other));
    }),
    { numRuns: 500 },
  );
});

test("a longer first run is refused, not cut", () => {
  expect(() => lcsLength(run(new Array<number>(33).fill(1)), run([1]))).toThrow(RangeError);
});
