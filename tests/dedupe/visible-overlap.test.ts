import fc from "fast-check";
import { expect, test } from "vitest";
import { visibleOverlap } from "../../src/dedupe/visible-overlap.ts";

test("is the longest end of one text that begins the other, up to the given length", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 14 });
  fc.assert(
    fc.property(text, text, fc.nat({ max: 14 }), (left, right, most) => {
      let longest = Math.min(most, left.length, right.length);
      while (!left.endsWith(right.slice(0, longest))) longest--;
      expect(visibleOverlap(left, right, most)).toBe(longest);
    }),
    { numRuns: 2000 },
  );
});
