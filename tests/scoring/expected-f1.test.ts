import fc from "fast-check";
import { expect, it } from "vitest";
import { expectedF1 } from "../../src/scoring/expected-f1.ts";

const items = fc.array(fc.tuple(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 50 })), {
  minLength: 1,
  maxLength: 9,
});

/** F1 with expected counts in place of counts, of keeping the items of a bit set. */
function f1Of(kept: number, list: readonly (readonly [number, number])[]): number {
  let [hit, size, all] = [0, 0, 0];
  for (const [i, [p, weight]] of list.entries()) {
    all += p * weight;
    if (((kept >>> i) & 1) === 0) continue;
    hit += p * weight;
    size += weight;
  }
  return (2 * hit) / (size + all);
}

it("is the best of all choices", () => {
  fc.assert(
    fc.property(items, (list) => {
      const { f1, threshold } = expectedF1(
        list.map(([p]) => p),
        list.map(([, weight]) => weight),
        0.5,
      );
      const best = Math.max(...Array.from({ length: 1 << list.length }, (_, kept) => f1Of(kept, list)));
      expect(f1).toBeCloseTo(best, 4);
      expect(threshold).toBeCloseTo(f1 / 2, 10);
    }),
  );
});

it("keeps nothing of nothing", () => {
  expect(expectedF1([], [], 0.5).f1).toBe(0);
  expect(expectedF1([0, 0], [3, 4], 0.5).f1).toBe(0);
});
