import { expect, it } from "vitest";
import { HashedWeights } from "../../src/scoring/hashed-weights.ts";

const data = { weights: Buffer.from(Int8Array.of(4, -2, 0, 127)).toString("base64"), unit: 0.5, bias: 1 };

it("sums the weights of buckets, all of them or a stretch", () => {
  const weights = new HashedWeights(data, 4);
  expect(weights.bias).toBe(1);
  expect(weights.sum([0, 1, 1])).toBe(0);
  expect(weights.sum([3, 0, 1, 3], 1, 3)).toBe(1);
  expect(weights.sum([])).toBe(0);
});

it("refuses another number of weights than there are buckets", () => {
  expect(() => new HashedWeights(data, 8)).toThrow(RangeError);
});
